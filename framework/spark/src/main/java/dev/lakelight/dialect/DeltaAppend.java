package dev.lakelight.dialect;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOptions;
import org.apache.spark.sql.delta.commands.WriteIntoDelta;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** Makes Delta's own command that appends rows, to be run in a transaction of ours. */
final class DeltaAppend {

    private DeltaAppend() {}

    static WriteIntoDelta of(DeltaLog log, Dataset<Row> rows, Map<String, String> options) {
        SparkSession session = ((org.apache.spark.sql.classic.Dataset<Row>) rows).sparkSession();
        DeltaOptions parsed = new DeltaOptions(
                Map$.MODULE$.from(CollectionConverters.asScala(options)),
                session.sessionState().conf());
        List<Object> given = List.of(
                log,
                SaveMode.Append,
                parsed,
                CollectionConverters.asScala(List.<String>of()).toSeq(),
                Map$.MODULE$.empty(),
                rows,
                Option.empty(),
                Option.empty());
        return make(given);
    }

    /** From one version of Delta to the next there are more properties at the end, flags that are off. */
    private static WriteIntoDelta make(List<Object> given) {
        Constructor<?> constructor = WriteIntoDelta.class.getConstructors()[0];
        Object off = false;
        Object[] arguments = new Object[constructor.getParameterCount()];

        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i < given.size() ? given.get(i) : off;
        }

        try {
            return (WriteIntoDelta) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of Delta appends in another way.", e);
        }
    }
}
