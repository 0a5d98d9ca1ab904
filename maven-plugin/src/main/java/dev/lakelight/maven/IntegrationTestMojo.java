package dev.lakelight.maven;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.report.LogText;
import dev.lakelight.verdict.RunFacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Runs the integration suite of the module in a JVM of its own: the scenarios, the notebook tests, and the JUnit tests
 * with a tag. It never fails the build, so that the phases after it can clean up: the goal {@code verify} judges.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "integration-test",
        defaultPhase = LifecyclePhase.INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class IntegrationTestMojo extends DatabricksMojo {

    private final RepositorySystem repositorySystem;

    /**
     * Where the suite runs: {@code local}, on this machine or a cluster that it reaches, or {@code databricks}.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.TARGET, defaultValue = "local")
    private String target;

    /**
     * The cluster that the suite runs on: {@code processes} for executors that are processes of their own,
     * {@code embedded} for executors inside of the suite JVM, or the master URL of a cluster that exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.CLUSTER, defaultValue = "processes")
    private String cluster;

    /**
     * The number of executor processes; 2 when nothing is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.EXECUTORS)
    private @Nullable String executors;

    /**
     * The cores of each executor.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.EXECUTOR_CORES)
    private @Nullable String executorCores;

    /**
     * The heap of each executor process, such as {@code 768m} or {@code 1g}.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.EXECUTOR_MEMORY)
    private @Nullable String executorMemory;

    /**
     * The tags of the JUnit tests that belong to the suite. All do when this is empty.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.TAGS, defaultValue = "integration")
    private List<String> tags;

    /**
     * The folders with scenario files, relative to the module's base directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SCENARIOS, defaultValue = "src/test/lakelight")
    private List<String> scenarios;

    /**
     * The folders with notebook tests, relative to the module's base directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.NOTEBOOKS, defaultValue = "pipelines,notebooks")
    private List<String> notebooks;

    /**
     * Keeps the lakes of tests, to look at their tables afterwards.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.KEEP, defaultValue = "false")
    private boolean keep;

    /**
     * How long the suite may take, such as {@code 90s}, {@code 60m} or {@code 1h30m}. A suite that takes longer is
     * stopped, and RED.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.TIMEOUT, defaultValue = "60m")
    private String timeout;

    /**
     * Options for the suite JVM, after those of the launch profile; quotes hold blanks together.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.JVM_OPTIONS)
    private @Nullable String jvmOptions;

    /**
     * System properties for the suite JVM. What is typed with {@code -D} wins over them, and they win over the POM's
     * own properties, of which {@code lakelight.*}, {@code spark.*} and {@code junit.*} are passed on.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> systemPropertyVariables;

    /**
     * Environment variables for the suite JVM, beside those of the build.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> environmentVariables;

    /** Create the goal with Maven's way to resolve artifacts. */
    @Inject
    public IntegrationTestMojo(RepositorySystem repositorySystem) {
        this.repositorySystem = repositorySystem;
    }

    @Override
    public void execute() throws MojoExecutionException {
        List<String> reasons = reasonsToSkipSuite();

        if (!reasons.isEmpty()) {
            getLog().info("The suite is skipped: " + String.join(", ", reasons));
            return;
        }
        try {
            run();
        } catch (UserError | EnvironmentError e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void run() {
        ProjectFacts project = projectFacts();
        SuiteParameters parameters = parameters();
        SuiteFiles files = suiteFiles();
        Consumer<String> log = line -> getLog().info(LogText.harmless(line));
        Supplier<RunFacts> suite = isRemote()
                ? () -> new DatabricksExecution(project, parameters, databricksParameters())
                        .run(branchQuery(), files, log)
                : () -> new SuiteJvmPreparation(project, parameters, launcher(), this::launchProfile)
                        .prepare(files)
                        .run(files, log);
        new SuiteExecution(project, files, configuration(parameters), getLog()).run(branchQuery(), suite);
    }

    private boolean isRemote() {
        return switch (target) {
            case "local" -> false;
            case "databricks" -> true;
            default ->
                throw new UserError(
                        "%s is '%s', but can be local or databricks".formatted(PropertyNames.TARGET, target));
        };
    }

    private Map<String, String> configuration(SuiteParameters parameters) {
        return isRemote() ? Map.of(PropertyNames.TARGET, target) : parameters.cluster();
    }

    private JUnitLauncher launcher() {
        return new JUnitLauncher(
                repositorySystem, session().getRepositorySession(), project().getRemoteProjectRepositories());
    }

    private SuiteParameters parameters() {
        return new SuiteParameters(
                clusterProperties(),
                tags,
                scenarios,
                notebooks,
                keep,
                Timeout.parse(timeout),
                JvmOptions.split(jvmOptions),
                systemPropertyVariables == null ? Map.of() : systemPropertyVariables,
                environmentVariables == null ? Map.of() : environmentVariables);
    }

    private Map<String, String> clusterProperties() {
        Map<String, String> properties = new TreeMap<>();
        putIfSet(PropertyNames.CLUSTER, cluster, properties);
        putIfSet(PropertyNames.EXECUTORS, executors, properties);
        putIfSet(PropertyNames.EXECUTOR_CORES, executorCores, properties);
        putIfSet(PropertyNames.EXECUTOR_MEMORY, executorMemory, properties);
        return properties;
    }

    private static void putIfSet(String name, @Nullable String value, Map<String, String> properties) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
