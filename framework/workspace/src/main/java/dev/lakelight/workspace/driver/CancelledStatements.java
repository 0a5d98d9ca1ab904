package dev.lakelight.workspace.driver;

import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.jspecify.annotations.Nullable;

/**
 * Ends the Spark jobs of statements that were cancelled. Threads of Spark's may be about to start one when its statement is
 * cancelled; nobody would wait for it, and it would keep others from the processors.
 */
final class CancelledStatements extends SparkListener {

    private static final String GROUP = "spark.jobGroup.id";

    private final SparkContext context;
    private final Set<String> groups = ConcurrentHashMap.newKeySet();

    CancelledStatements(SparkContext context) {
        this.context = context;
        context.addSparkListener(this);
    }

    /** End all jobs of a group, those that are still to come, too. */
    void cancel(String group) {
        groups.add(group);
        context.cancelJobGroup(group);
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        @Nullable Properties properties = start.properties();

        if (properties != null && groups.contains(properties.getProperty(GROUP, ""))) {
            context.cancelJob(start.jobId());
        }
    }
}
