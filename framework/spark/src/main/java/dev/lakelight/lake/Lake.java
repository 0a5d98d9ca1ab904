package dev.lakelight.lake;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.catalog.KeptCatalog;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.configuration.SeedSpec.Source.LandingFile;
import dev.lakelight.fixture.StoredFixture;
import dev.lakelight.path.LakePaths;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The isolated world of one test. It has a folder, a Spark session with a catalog of its own, and files. Any number of lakes live
 * side by side on one cluster, also with tables of the same names. It is used by one test, which may have several threads.
 *
 * <pre>{@code
 * try (Lake lake = Lake.open(cluster, LakeOptions.named("late address", files))) {
 *     lake.table("bronze.customers").withSchema("id INT, name STRING").rows(RowFactory.create(1, "Ann"));
 *     lake.sql("CREATE TABLE silver.customers AS SELECT * FROM bronze.customers");
 * }
 * }</pre>
 */
public final class Lake implements AutoCloseable {

    private final LakeOptions options;
    private final LakeFolder folder;
    private final Cluster cluster;
    private final LakePaths paths;
    private final SparkSession session;
    private final LakeCatalog catalog;
    private final Seeds seeds;
    private final Activity activity = new Activity();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile LakeStart start;

    private Lake(Cluster cluster, LakeOptions options, LakeFolder folder, @Nullable StoredFixture fixture) {
        this.options = options;
        this.folder = folder;
        this.cluster = cluster;
        this.session = openSession();
        this.paths = new LakePaths(folder.files(), options.projectFiles().baseDirectory(), roots());
        new Catalogs(session).define();
        this.catalog = new LakeCatalog(session);
        this.seeds = new Seeds(this);
        this.start = fixture == null ? startWithoutFixture() : LakeStart.of(this, fixture);
        seeds.restart(start.state().tables());
    }

    private SparkSession openSession() {
        Map<String, String> settings = new LakeSettings(options, folder).ofSession();
        LakeHome home = options.home();
        return home == null
                ? cluster.newSession(settings, folder.warehouse())
                : cluster.newSession(
                        settings, folder.warehouse(), KeptCatalog.in(home.catalog(), cluster.sparkContext()));
    }

    private LakeStart startWithoutFixture() {
        return options.home() == null ? LakeStart.empty(this) : LakeStart.ofHome(this);
    }

    /**
     * Open a lake, empty or forked from a fixture, and make its session the active one of this thread, which some of Delta's
     * writers ask for. Close it before the cluster.
     *
     * @throws dev.lakelight.problem.EnvironmentError when its folder cannot be made
     */
    public static Lake open(Cluster cluster, LakeOptions options) {
        StoredFixture fixture =
                options.fixture() == null ? null : new FixtureLakes(cluster, options, options.fixture()).obtain();
        LakeFolder folder = LakeFolder.create(options);

        if (fixture != null) {
            fixture.image().linkInto(folder.path());
        }

        Lake lake = new Lake(cluster, options, folder, fixture);
        OpenLakes.add(lake);
        SparkSession.setActiveSession(lake.session());
        new LakeSettings(options, lake.folder).setInThread(cluster.sparkContext(), lake.roots());
        return lake;
    }

    /** Those may be settings of the cluster as well. */
    private String roots() {
        return session.conf().get(LakePaths.ROOTS_SETTING, "");
    }

    /** Return the lake that a session belongs to, or nothing when none does or it is closed. */
    public static Optional<Lake> of(SparkSession session) {
        return OpenLakes.of(session);
    }

    /** Return the name of the test that it was opened for. */
    public String name() {
        return options.name();
    }

    /** Return the lake's folder, absolute: it holds the tables and the files. */
    public Path directory() {
        return folder.path();
    }

    /** Return the folder of files that pipelines read and write beside tables, absolute. It exists. */
    public Path files() {
        return folder.files();
    }

    /**
     * Return where a path that a pipeline uses leads to on this machine: {@code s3://acme/landing}, {@code dbfs:/mnt/raw},
     * {@code /Volumes/main/sales/landing}, or a path below {@link #files}. There need not be anything yet.
     *
     * @throws dev.lakelight.problem.UserError when it leads out of the lake, or is a local path
     */
    public Path path(String path) {
        return paths.resolve(path);
    }

    /**
     * Put files where a pipeline picks them up. A folder's content goes into the target, and so does a file, under its own name,
     * unless the target ends in the file's extension.
     *
     * @param target as for {@link #path}
     * @param source file or folder; looked up in the project
     * @throws dev.lakelight.problem.UserError when it is missing, the target is outside of the lake or such a file is there already
     */
    public void putFiles(String target, String source) {
        new LandingZone(this).copy(new LandingFile(target, projectFiles().resolve(source)));
    }

    /** Return where the names of data files are looked up. */
    public ProjectFiles projectFiles() {
        return options.projectFiles();
    }

    /** Return the session in which the lake's tables are. Never close it: that would stop the cluster. */
    public SparkSession session() {
        return session;
    }

    /** Return the session's time zone, in which data files write times without an offset. */
    public ZoneId zone() {
        return ZoneId.of(session.conf().get("spark.sql.session.timeZone"));
    }

    /**
     * Return a table, whether it exists or not.
     *
     * @param name {@code schema.table} of the session's default catalog, {@code catalog.schema.table}, or a temporary view or a table
     *     of the schema {@code default}
     * @throws dev.lakelight.problem.UserError when that is not the name of a table
     */
    public LakeTable table(String name) {
        return new LakeTable(this, name);
    }

    /** Return the names of all tables and views, sorted; those of the default catalog and schema without them. */
    public List<String> tables() {
        return catalog.tables();
    }

    /**
     * Create a schema unless it exists, and its catalog. Seeds create what they need by themselves.
     *
     * @param name {@code schema} of the session's default catalog, or {@code catalog.schema}
     * @throws dev.lakelight.problem.UserError when that is not the name of a schema
     */
    public void createSchema(String name) {
        catalog.createSchema(name);
    }

    /**
     * Run a SQL statement and return its result. What it commits counts as a commit of the pipeline; seed tables through
     * {@link #table} or {@link #seed}.
     */
    public Dataset<Row> sql(String statement) {
        return session.sql(statement);
    }

    /**
     * Put in place what a test is given.
     *
     * @throws dev.lakelight.problem.UserError when the rows cannot be typed, a file is missing, or the table was seeded before
     */
    public void seed(SeedSpec spec) {
        seeds.seed(spec);
    }

    /** Return which tables have generated rows, with their seeds, for messages: {@code orders: 100 rows generated with seed 7}. */
    public List<String> generatedData() {
        return seeds.generated();
    }

    /** Return what has run in the lake, for those who run it to add to. */
    public Activity activity() {
        return activity;
    }

    /**
     * Make what is there now the start of the lake: what {@link #rollBack} returns to and {@link #changes} compares with. Otherwise
     * that is what it was when it was opened. Call it when nothing runs in the lake.
     */
    public void markStart() {
        requireStart();
        start = start.movedTo(this);
        seeds.rebase(start.state().tables());
    }

    /**
     * Bring the lake back to its start: its tables, views, functions and files are what they were. Temporary views go, settings of its
     * session and what is cached too. Streams that run are stopped.
     *
     * @throws dev.lakelight.problem.EnvironmentError when its files cannot be written
     * @throws UserError when the lake has a home
     */
    public void rollBack() {
        requireStart();
        end().stopWork();
        new RollBack(this, start).run();
    }

    private void requireStart() {
        if (options.home() != null) {
            throw new UserError(
                    "The lake '%s' is kept, and others may use it: it has no start to be rolled back to or compared with."
                            .formatted(name()));
        }
    }

    /**
     * Return the tables that are not what they were at the start of the lake, sorted by name. Seeds are no changes: a table that was
     * seeded since then counts from its seed.
     */
    public List<TableChange> changes() {
        requireStart();
        return new LakeChanges(this).all();
    }

    /**
     * Stop what still runs in the lake, streams included, drop its session, and delete its folder unless it is kept. Doing so
     * twice is harmless.
     *
     * @throws dev.lakelight.problem.UserError when someone has written into a file of the fixture in place
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            OpenLakes.remove(this);
            end().run(options.ending());
            start.requireIntactFixture(this);
        }
    }

    /** Close it, but leave its folder as it is. */
    void leave() {
        if (closed.compareAndSet(false, true)) {
            OpenLakes.remove(this);
            end().leave();
        }
    }

    private LakeEnd end() {
        return new LakeEnd(cluster, session, folder);
    }

    @Override
    public String toString() {
        return "%s in %s".formatted(name(), directory());
    }

    LakeFolder folder() {
        return folder;
    }

    LakeCatalog catalog() {
        return catalog;
    }

    Seeds seeds() {
        return seeds;
    }
}
