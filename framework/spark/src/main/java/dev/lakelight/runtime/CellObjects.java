package dev.lakelight.runtime;

import dev.lakelight.dbutils.DBUtils;
import dev.lakelight.lake.Lake;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;

/**
 * Hands the objects of a run to the code of its Java cells, which is compiled and therefore can reach static members only. Public
 * for that code; not for use elsewhere.
 */
public final class CellObjects {

    private static final Map<Long, CellObjects> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong LAST_KEY = new AtomicLong();

    private final long key = LAST_KEY.incrementAndGet();
    private final SparkSession spark;
    private final DBUtils dbutils;
    private final Lake lake;

    CellObjects(SparkSession spark, DBUtils dbutils, Lake lake) {
        this.spark = spark;
        this.dbutils = dbutils;
        this.lake = lake;
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

    /** Return the declarations that bring the objects into the scope of Java cells. */
    List<String> declare() {
        OPEN.put(key, this);
        String objects = "%s.of(%dL)".formatted(CellObjects.class.getName(), key);
        return List.of(
                "%s spark = %s.spark();".formatted(SparkSession.class.getName(), objects),
                "%s dbutils = %s.dbutils();".formatted(DBUtils.class.getName(), objects),
                "%s lake = %s.lake();".formatted(Lake.class.getName(), objects));
    }

    void forget() {
        OPEN.remove(key);
    }
}
