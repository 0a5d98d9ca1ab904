package dev.lakelight.runtime;

import dev.lakelight.path.LakePaths;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** The Spark jobs of one lake: other tests have theirs in the same SparkContext. They are told of a moment later. */
final class LakeJobs extends SparkListener implements AutoCloseable {

    private final SparkContext context;
    private final String files;
    private final Set<Integer> started = ConcurrentHashMap.newKeySet();
    private final Set<Integer> active = ConcurrentHashMap.newKeySet();

    private LakeJobs(SparkContext context, String files) {
        this.context = context;
        this.files = files;
    }

    /** Listen from now on. */
    static LakeJobs of(TestLake lake) {
        SparkContext context = lake.session().sparkContext();
        LakeJobs jobs = new LakeJobs(context, lake.session().conf().get(LakePaths.FILES_SETTING));
        context.addSparkListener(jobs);
        return jobs;
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        if (files.equals(start.properties().getProperty(LakePaths.FILES_SETTING))) {
            started.add(start.jobId());
            active.add(start.jobId());
        }
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd end) {
        active.remove(end.jobId());
    }

    Set<Integer> started() {
        return started;
    }

    Set<Integer> active() {
        return active;
    }

    @Override
    public void close() {
        context.removeSparkListener(this);
    }
}
