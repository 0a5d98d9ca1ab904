package dev.lakelight.junit.testbed;

import dev.lakelight.assertion.RecordedFiles;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.lake.Fixture;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.runtime.Jobs;
import dev.lakelight.runtime.Notebooks;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** What one test stands on: a hold on a cluster, a lake, and the notebooks that run in it. Each is made when first asked for. */
public final class TestBed implements AutoCloseable {

    private final Settings settings;
    private final ClusterSession clusters;
    private final TestBedRequest request;
    private @Nullable Cluster cluster;
    private @Nullable Lake lake;
    private @Nullable Notebooks notebooks;

    TestBed(Settings settings, ClusterSession clusters, TestBedRequest request) {
        this.settings = settings;
        this.clusters = clusters;
        this.request = request;
    }

    /** Return the cluster, started if need be. It is given back when this is closed. */
    public synchronized Cluster cluster() {
        if (cluster == null) {
            LaunchHint.giveOnce(settings.buildDirectory());
            cluster = clusters.acquire(request.cluster());
        }

        return cluster;
    }

    /** Return the lake. Its session is the active one of the thread that asks first, for libraries that look for it there. */
    public synchronized Lake lake() {
        if (lake == null) {
            lake = Lake.open(cluster(), options());
            SparkSession.setActiveSession(lake.session());
            // A thread of JUnit's pool that was made within another test has its tags, and that test's lake would
            // cancel our jobs.
            lake.session().sparkContext().clearJobTags();
        }

        return lake;
    }

    /** Return what runs notebooks in the lake; each run is recorded for the test. */
    public synchronized Notebooks notebooks() {
        if (notebooks == null) {
            notebooks =
                    Notebooks.in(lake(), request.files()).onRun(run -> RunRecorder.moduleRan(request.testId(), run));
        }

        return notebooks;
    }

    /** Return what runs jobs in the lake; each run is recorded for the test, with the modules of its tasks. */
    public Jobs jobs() {
        return Jobs.in(lake(), request.files()).onRun(run -> RunRecorder.jobRan(request.testId(), run));
    }

    /**
     * Drop the lake and give the cluster back.
     *
     * @throws AssertionError when the test has recorded expected tables
     */
    @Override
    public synchronized void close() {
        try {
            if (lake != null) {
                SparkSession.clearActiveSession();
                lake.close();
                RecordedFiles.failIfAny(lake);
            }
        } finally {
            if (cluster != null) {
                clusters.release(cluster);
            }
        }
    }

    private LakeOptions options() {
        LakeOptions options = LakeOptions.named(request.name(), request.files())
                .below(settings.buildDirectory().resolve("lakelight").resolve("lakes"))
                .withSettings(request.sparkSettings());
        Fixture fixture = request.fixture();
        LakeOptions forked = fixture == null ? options : options.from(fixture);
        return settings.keepsLakes() ? forked.kept() : forked;
    }
}
