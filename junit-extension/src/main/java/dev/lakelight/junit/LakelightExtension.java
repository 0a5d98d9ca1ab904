package dev.lakelight.junit;

import dev.lakelight.catalog.ShownErrors;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.junit.testbed.TestBed;
import dev.lakelight.lake.Lake;
import dev.lakelight.problem.SecretFree;
import dev.lakelight.runtime.Jobs;
import dev.lakelight.runtime.Notebooks;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives each test a lake of its own on a running cluster.
 *
 * <p>With an annotation, on an embedded cluster:
 *
 * <pre>{@code
 * @LakelightTest
 * class CustomerSilverTest {
 *
 *   @Test
 *   void keepsTheLatestAddress(Lake lake, Notebooks notebooks) {
 *     lake.table("bronze.customers").load("customers.csv");
 *
 *     NotebookRun run = notebooks.run("pipelines/silver/customers.sql");
 *
 *     assertThat(run).succeeded();
 *     assertThat(lake.table("silver.customers")).hasSameRowsAs("expected/customers.csv");
 *   }
 * }
 * }</pre>
 *
 * <p>On two executor processes, once for each configuration:
 *
 * <pre>{@code
 * @LakelightTest
 * @SparkCluster(executors = 2)
 * class CustomerSilverIT {
 *
 *   @PipelineTest(notebook = "pipelines/silver/customers.sql", configurations = {"small", "late-data"})
 *   void isIdempotent(NotebookRun first, Notebooks notebooks, Configuration configuration, Lake lake) { ... }
 * }
 * }</pre>
 *
 * <p>Programmatically:
 *
 * <pre>{@code
 * class CustomerSilverTest {
 *
 *   @RegisterExtension
 *   static final LakelightExtension lakelight = LakelightExtension.builder()
 *       .cluster(ClusterSpec.embedded().withCores(2))
 *       .setting("spark.sql.ansi.enabled", "false")
 *       .build();
 * }
 * }</pre>
 *
 * <h2>What is injected</h2>
 *
 * <p>Test methods, {@code @BeforeEach} and {@code @AfterEach} methods, and constructors of classes with an instance for each
 * test can take these parameters; all of them share what belongs to their test.
 *
 * <table>
 * <caption>Parameters and how long they live</caption>
 * <tr><th>type</th><th>lives for</th></tr>
 * <tr><td>{@link Lake}</td><td>the test; dropped afterwards</td></tr>
 * <tr><td>{@link Notebooks}</td><td>the test; runs in its lake</td></tr>
 * <tr><td>{@link Jobs}</td><td>the test; runs jobs in its lake</td></tr>
 * <tr><td>{@link SparkSession}</td><td>the test; the session of its lake, also the active session of the test's thread</td></tr>
 * <tr><td>{@link Cluster}</td><td>all tests that ask for the same one; the hold on it is given back after the test</td></tr>
 * </table>
 *
 * <p>Files that a test names are looked for in {@code src/test/resources} in the folder of the test class's package, in the
 * folders of the scenarios, in {@code src/test/resources}, in the project's base directory, and beside the compiled class.
 *
 * <p>Tests may run in parallel, methods of one class too.
 */
public final class LakelightExtension
        implements BeforeAllCallback, BeforeEachCallback, ParameterResolver, TestExecutionExceptionHandler {

    private static final Map<Class<?>, Function<TestBed, Object>> PARAMETERS = Map.of(
            Lake.class, TestBed::lake,
            Notebooks.class, TestBed::notebooks,
            Jobs.class, TestBed::jobs,
            SparkSession.class, bed -> bed.lake().session(),
            Cluster.class, TestBed::cluster);

    private final ExtensionOptions options;

    /** Create the extension with nothing said; JUnit does so for {@code @LakelightTest}. */
    public LakelightExtension() {
        this(ExtensionOptions.NONE);
    }

    private LakelightExtension(ExtensionOptions options) {
        this.options = options;
    }

    /** Begin an extension for {@code @RegisterExtension}, on a static or an instance field. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionState.claim(context, this, options);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ExtensionState.claim(context, this, options);
    }

    /** Whoever runs the tests prints what is thrown. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        ShownErrors.showInActiveSession(thrown);
        throw SecretFree.of(thrown, SecretFreeFailure::of);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType()) && ExtensionState.isOwner(context, this);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Function<TestBed, Object> part = PARAMETERS.get(type);

        if (part == null) {
            throw new IllegalArgumentException("unsupported parameter type " + type);
        }

        ExtensionErrors.requireTest(parameter, context);
        return part.apply(ExtensionState.testBed(context));
    }

    /** Collects what an extension shall do otherwise than by default. */
    public static final class Builder {

        private final Map<String, String> settings = new LinkedHashMap<>();
        private @Nullable ClusterSpec cluster;
        private @Nullable Path baseDirectory;
        private Keep keep = Keep.AS_CONFIGURED;

        private Builder() {}

        /** Run on this cluster, unless the class has a {@link SparkCluster}, which refines it. Default: as the properties say. */
        public Builder cluster(ClusterSpec newCluster) {
            this.cluster = newCluster;
            return this;
        }

        /** Set a Spark SQL setting in the session of each test. */
        public Builder setting(String key, String value) {
            settings.put(key, value);
            return this;
        }

        /** Take this as the project's base directory. Default: {@code lakelight.basedir}, then {@code basedir}, then the working directory. */
        public Builder baseDirectory(Path newBaseDirectory) {
            this.baseDirectory = newBaseDirectory;
            return this;
        }

        /** Keep the lakes for a look at them, and print where they are. Default: as {@code lakelight.keep} says. */
        public Builder keepLakes() {
            this.keep = Keep.ALWAYS;
            return this;
        }

        /** Return the extension. */
        public LakelightExtension build() {
            return new LakelightExtension(new ExtensionOptions(cluster, settings, baseDirectory, keep));
        }
    }
}
