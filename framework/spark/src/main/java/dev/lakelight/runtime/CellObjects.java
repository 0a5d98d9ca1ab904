package dev.lakelight.runtime;

import dev.lakelight.dbutils.DBUtils;
import dev.lakelight.lake.Lake;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;

/**
 * Hands the objects of a run to the code of its cells, which is compiled and therefore can reach static members only. Public
 * for that code; not for use elsewhere.
 */
public final class CellObjects implements AutoCloseable {

    private static final Map<Long, CellObjects> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong LAST_KEY = new AtomicLong();

    private final long key = LAST_KEY.incrementAndGet();
    private final SparkSession spark;
    private final DBUtils dbutils;
    private final Lake lake;
    private final WorkingFolder folder;

    private CellObjects(SparkSession spark, DBUtils dbutils, Lake lake, WorkingFolder folder) {
        this.spark = spark;
        this.dbutils = dbutils;
        this.lake = lake;
        this.folder = folder;
    }

    /** Keep the objects of a run until it is over. */
    static CellObjects open(SparkSession spark, DBUtils dbutils, Lake lake, WorkingFolder folder) {
        CellObjects objects = new CellObjects(spark, dbutils, lake, folder);
        OPEN.put(objects.key, objects);
        return objects;
    }

    /** Return the objects of a run. */
    public static CellObjects of(long key) {
        return Objects.requireNonNull(OPEN.get(key), "the run is over");
    }

    /** Return the session of the run. */
    public SparkSession spark() {
        return spark;
    }

    /** Return the utilities of the run. */
    public DBUtils dbutils() {
        return dbutils;
    }

    /** Return the lake of the run. */
    public Lake lake() {
        return lake;
    }

    /** Return where relative paths of Python cells and shells lead to; it is there afterwards. */
    Path workingFolder() {
        return folder.prepare();
    }

    /** Return the Java expression that finds this. */
    private String expression() {
        return "%s.of(%dL)".formatted(CellObjects.class.getName(), key);
    }

    /** Return the declarations that bring the objects into the scope of Java cells. */
    List<String> declareInJava() {
        String objects = expression();
        return List.of(
                "%s spark = %s.spark();".formatted(SparkSession.class.getName(), objects),
                "%s dbutils = %s.dbutils();".formatted(DBUtils.class.getName(), objects),
                "%s lake = %s.lake();".formatted(Lake.class.getName(), objects));
    }

    /**
     * Return the code that brings the objects into the scope of Scala cells. Functions of cells do not take them to executors.
     */
    String declareInScala() {
        String objects = expression();
        return """
                @transient val spark: %s = %s.spark()
                @transient val sc = spark.sparkContext
                @transient val sqlContext = spark.sqlContext
                @transient val dbutils: %s = %s.dbutils()
                @transient val lake: %s = %s.lake()
                """.formatted(
                SparkSession.class.getName(), objects, DBUtils.class.getName(), objects, Lake.class.getName(), objects);
    }

    /** Forget the objects: the run is over. */
    @Override
    public void close() {
        OPEN.remove(key);
    }
}
