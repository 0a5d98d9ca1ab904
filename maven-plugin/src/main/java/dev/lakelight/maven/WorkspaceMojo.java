package dev.lakelight.maven;

import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Starts a local workspace that speaks Databricks' REST API, and runs it until Ctrl-C. Its clusters have the test class path of the
 * project, or, where that has no Spark and Delta or there is no project, those that Lakelight is tested with. It is unofficial:
 * Databricks has no part in it.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "workspace",
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class WorkspaceMojo extends AbstractMojo {

    private static final String MAIN_CLASS = "dev.lakelight.workspace.WorkspaceMain";
    /** By itself, by Ctrl-C, or by being asked to. */
    private static final Set<Integer> ENDS = Set.of(0, 130, 143);

    private static final String QUIET = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn";
    private static final Duration LOOK = Duration.ofHours(1);

    private final RepositorySystem repositorySystem;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /**
     * Where the workspace keeps everything. It goes on from there when it is started again; a folder outside of the build directory
     * outlives {@code mvn clean}.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.WORKSPACE_STATE, defaultValue = "${basedir}/.lakelight/workspace")
    private File state;

    /**
     * The port it listens on, or 0 for one that is free.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.WORKSPACE_PORT, defaultValue = "0")
    private String port;

    /**
     * The network interface it listens on. Other machines need TLS as well.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.WORKSPACE_ADDRESS, defaultValue = "127.0.0.1")
    private String address;

    /**
     * Serves HTTPS, with a certificate that an authority of the workspace's own has signed.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.WORKSPACE_TLS, defaultValue = "false")
    private boolean tls;

    /**
     * A YAML or JSON file that says who may log in; otherwise there is one administrator.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.WORKSPACE_USERS)
    private @Nullable File users;

    /**
     * A YAML or JSON file with the mail server that sends notifications of jobs; otherwise they are in the outbox only.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.WORKSPACE_MAIL)
    private @Nullable File mail;

    /**
     * A PEM file with certificates of authorities that are trusted beside those that Java knows, by connections to git, mail and
     * webhooks.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.WORKSPACE_TRUST)
    private @Nullable File trust;

    /** Create the goal with Maven's way to resolve artifacts. */
    @Inject
    public WorkspaceMojo(RepositorySystem repositorySystem) {
        this.repositorySystem = repositorySystem;
    }

    @Override
    public void execute() throws MojoExecutionException {
        try {
            run();
        } catch (UserError | EnvironmentError e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void run() throws MojoExecutionException {
        WorkspaceClassPaths classPaths = new WorkspaceClassPaths(new Libraries(
                repositorySystem, session.getRepositorySession(), project.getRemoteProjectRepositories()));
        Path clusters = launchFile("cluster-classpath");
        WorkspaceClassPaths.write(classPaths.clusters(testClassPath()), clusters);

        try (ForkedJvm jvm = start(classPaths.server(), clusters)) {
            awaitEnd(jvm);
        }
    }

    private ForkedJvm start(List<Path> classPath, Path clusters) {
        return ForkedJvm.builder()
                .classPath(classPath)
                .jvmOptions(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", QUIET))
                .argumentFile(launchFile("jvm-arguments"))
                .mainClass(MAIN_CLASS)
                .arguments(arguments(clusters))
                .outputTo(getLog()::info)
                .start();
    }

    private List<String> arguments(Path clusters) {
        List<String> arguments = new ArrayList<>(List.of(
                "--state",
                state.toString(),
                "--port",
                port,
                "--address",
                address,
                "--spark-classpath",
                clusters.toString()));
        if (tls) {
            arguments.add("--tls");
        }
        if (users != null) {
            arguments.addAll(List.of("--users", users.toString()));
        }
        if (mail != null) {
            arguments.addAll(List.of("--mail", mail.toString()));
        }
        if (trust != null) {
            arguments.addAll(List.of("--trust", trust.toString()));
        }
        return arguments;
    }

    private static void awaitEnd(ForkedJvm jvm) throws MojoExecutionException {
        try {
            OptionalInt exitCode = jvm.waitFor(LOOK);

            while (exitCode.isEmpty()) {
                exitCode = jvm.waitFor(LOOK);
            }
            if (!ENDS.contains(exitCode.getAsInt())) {
                throw new MojoExecutionException(
                        "The workspace ended with exit code %d: see above".formatted(exitCode.getAsInt()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path launchFile(String name) {
        return state.toPath().resolve("launch").resolve(name);
    }

    private TestClassPath testClassPath() {
        try {
            return TestClassPath.of(
                    project.getTestClasspathElements().stream().map(Path::of).toList());
        } catch (DependencyResolutionRequiredException e) {
            throw new IllegalStateException("Maven has not resolved the test class path of " + project.getName(), e);
        }
    }
}
