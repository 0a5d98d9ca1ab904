package dev.lakelight.catalog;

import java.lang.reflect.Constructor;
import java.net.URI;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogStorageFormat;
import org.apache.spark.sql.catalyst.catalog.CatalogStorageFormat$;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTable$;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/** What Spark's session catalog holds of a managed Delta table: where it is. All else is in the table's log. */
public final class DeltaEntry {

    private static final int IDENTIFIER = 0;
    private static final int TYPE = 1;
    private static final int STORAGE = 2;
    private static final int SCHEMA = 3;
    private static final int PROVIDER = 4;
    private static final int TRACKS_PARTITIONS = 17;

    private DeltaEntry() {}

    /** Return the entry that Delta would make for a table in a folder. */
    public static CatalogTable of(TableIdentifier table, URI folder) {
        Constructor<?> constructor = CatalogTable.class.getConstructors()[0];
        Object[] arguments = new Object[constructor.getParameterCount()];
        arguments[IDENTIFIER] = table;
        arguments[TYPE] = CatalogTableType.MANAGED();
        arguments[STORAGE] = storage(folder);
        arguments[SCHEMA] = new StructType();

        try {
            for (int i = PROVIDER; i < arguments.length; i++) {
                arguments[i] = defaultOf(i);
            }

            arguments[PROVIDER] = Option.apply("delta");
            arguments[TRACKS_PARTITIONS] = true;
            return (CatalogTable) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of Spark describes tables in another way", e);
        }
    }

    /** Versions of Spark differ in the last parameters, and Java does not see their defaults. */
    private static Object defaultOf(int parameter) throws ReflectiveOperationException {
        return CatalogTable$.class
                .getMethod("$lessinit$greater$default$" + (parameter + 1))
                .invoke(CatalogTable$.MODULE$);
    }

    private static CatalogStorageFormat storage(URI folder) {
        CatalogStorageFormat empty = CatalogStorageFormat$.MODULE$.empty();
        return empty.copy(
                Option.apply(folder),
                empty.inputFormat(),
                empty.outputFormat(),
                empty.serde(),
                empty.compressed(),
                empty.properties(),
                empty.serdeName());
    }
}
