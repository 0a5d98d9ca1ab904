package dev.lakelight.runtime;

import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.jspecify.annotations.Nullable;

/**
 * Ends the Spark jobs of runs that were cancelled or have failed. What is being planned becomes a job later, from threads of Spark's
 * that outlive the run's: nobody would wait for it, and it would keep others from the processors.
 */
final class CancelledJobs extends SparkListener {

    private static final String TAGS = "spark.job.tags";
    private static final Map<SparkContext, CancelledJobs> OF_CONTEXTS = new WeakHashMap<>();

    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    private CancelledJobs() {}

    /** End all jobs that have a tag, those that are still to come, too. */
    static void cancel(SparkContext context, String tag) {
        of(context).cancelled.add(tag);
        context.cancelJobsWithTag(tag);
    }

    private static CancelledJobs of(SparkContext context) {
        synchronized (OF_CONTEXTS) {
            return OF_CONTEXTS.computeIfAbsent(context, CancelledJobs::listeningTo);
        }
    }

    private static CancelledJobs listeningTo(SparkContext context) {
        CancelledJobs jobs = new CancelledJobs();
        context.addSparkListener(jobs);
        return jobs;
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        @Nullable Properties properties = start.properties();

        if (properties != null && isCancelled(properties.getProperty(TAGS, ""))) {
            SparkContext.getOrCreate().cancelJob(start.jobId());
        }
    }

    private boolean isCancelled(String tags) {
        return !cancelled.isEmpty() && Arrays.stream(tags.split(",")).anyMatch(cancelled::contains);
    }
}
