package dev.lakelight.maven;

import dev.lakelight.branch.BranchQuery;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals are told. */
abstract class LakelightMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /**
     * Skips every goal of Lakelight.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SKIP, defaultValue = "false")
    private boolean skip;

    /**
     * Skips the suite, as it does other integration tests.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SKIP_INTEGRATION_TESTS, defaultValue = "false")
    private boolean skipITs;

    /**
     * Skips the suite, as it does other tests. To run the suite without any other tests, say
     * {@code -Dmaven.test.skip.exec} instead.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SKIP_TESTS, defaultValue = "false")
    private boolean skipTests;

    /**
     * Skips the suite, because test classes are not even compiled.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SKIP_TEST_BUILD, defaultValue = "false")
    private boolean skipTestBuild;

    /**
     * Where everything that is not a report goes: the event log, the suite's output, lakes that are kept.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.WORK_DIRECTORY, defaultValue = "${project.build.directory}/lakelight")
    private File workDirectory;

    /**
     * Where the reports go: {@code index.html}, {@code verdict.json}, {@code summary.md} and {@code TEST-*.xml}.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = PropertyNames.REPORTS_DIRECTORY,
            defaultValue = "${project.build.directory}/lakelight-reports")
    private File reportsDirectory;

    /**
     * The branch that is tested, when neither the build server nor git can say it.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.BRANCH)
    private @Nullable String branch;

    /**
     * The branch that the tested one will be merged into, when it is not the build server's target or the remote's
     * default branch.
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.REFERENCE_BRANCH)
    private @Nullable String referenceBranch;

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    final ProjectFacts projectFacts() {
        return ProjectFacts.of(project, session);
    }

    final SuiteFiles suiteFiles() {
        return new SuiteFiles(workDirectory.toPath(), reportsDirectory.toPath());
    }

    final BranchQuery branchQuery() {
        return new BranchQuery(project.getBasedir().toPath(), System.getenv(), branch, referenceBranch);
    }

    /** Return every reason why there is no suite; empty when there is one. */
    final List<String> reasonsToSkipSuite() {
        return withPackaging(skipFlags().reasonsToSkipSuite());
    }

    /** Return every reason why there is no test JVM to prepare; empty when there may be one. */
    final List<String> reasonsToSkipPreparation() {
        return withPackaging(skipFlags().reasonsToSkipPreparation());
    }

    private SkipFlags skipFlags() {
        return new SkipFlags(skip, skipITs, skipTests, skipTestBuild);
    }

    private List<String> withPackaging(List<String> reasons) {
        List<String> all = new ArrayList<>(reasons);

        if (project.getPackaging().equals("pom")) {
            all.add("the packaging is pom");
        }
        return all;
    }
}
