package dev.lakelight.catalog;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.classic.Catalog;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.internal.SharedState;
import scala.Option;

/**
 * A session that names schemas of catalogs as users do: in its catalog API, and in what its statements throw. What actions of its
 * datasets throw, {@link ShownErrors} names wherever it leaves.
 */
public class LakeSession extends SparkSession {

    private static final long serialVersionUID = 1;

    private final transient ShownErrors errors = new ShownErrors(this);
    private final transient Catalog catalog = new ShownCatalog(this);

    /** Create a session with a catalog, tables and cached data of its own. */
    public LakeSession(SparkContext context, Map<String, String> settings) {
        super(context, new HashMap<>(settings));
    }

    /** Create a session that shares catalog, tables and cached data with another one. */
    protected LakeSession(SparkSession other) {
        this(other, other.sharedState());
    }

    /**
     * Create a session like another one.
     *
     * @param state its catalog, tables and cached data
     */
    public LakeSession(SparkSession other, SharedState state) {
        super(
                other.sparkContext(),
                Option.apply(state),
                Option.empty(),
                other.extensions(),
                other.initialSessionOptions(),
                scala.collection.immutable.Map$.MODULE$.empty());
    }

    @Override
    public SparkSession newSession() {
        return new LakeSession(this);
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    /** All ways to run statements by their text come here, or to the other one. */
    @Override
    public Dataset<Row> sql(
            String text, scala.collection.immutable.Map<String, Object> parameters, QueryPlanningTracker tracker) {
        return errors.during(() -> super.sql(text, parameters, tracker));
    }

    @Override
    public Dataset<Row> sql(String text, Object parameters, QueryPlanningTracker tracker) {
        return errors.during(() -> super.sql(text, parameters, tracker));
    }

    @Override
    public Dataset<Row> table(String name) {
        return errors.during(() -> super.table(name));
    }
}
