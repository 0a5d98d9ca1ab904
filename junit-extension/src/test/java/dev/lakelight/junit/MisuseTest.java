package dev.lakelight.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.configuration.Configuration;
import dev.lakelight.junit.engine.TestProject;
import dev.lakelight.lake.Lake;
import dev.lakelight.runtime.NotebookRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** What users are told; none of it needs a cluster. */
class MisuseTest {

    @TempDir
    Path folder;

    @Test
    void aLakeBelongsToATest() {
        assertThat(failures(LakeForAll.class)).singleElement().asString().endsWith("""
                Cannot inject Lake into LakeForAll.prepare: every test has its own. Take it in @BeforeEach, in the test \
                method, or in the constructor of a class with an instance for each test.""");
        assertThat(failures(LakeForAllInConstructor.class))
                .singleElement()
                .asString()
                .endsWith("""
                Cannot inject Lake into the constructor of LakeForAllInConstructor: every test has its own. Take it in \
                @BeforeEach, in the test method, or in the constructor of a class with an instance for each test.""");
    }

    @Test
    void aPipelineTestRunsOneThing() {
        assertThat(failures(NothingToRun.class))
                .containsExactly("@PipelineTest of " + NothingToRun.class.getName()
                        + ".test: Name a notebook or a mainClass, and not both.");
        assertThat(failures(TwoThingsToRun.class))
                .containsExactly("@PipelineTest of " + TwoThingsToRun.class.getName()
                        + ".test: Name a notebook or a mainClass, and not both.");
    }

    @Test
    void parametersHaveAKeyAndAValue() {
        assertThat(failures(WrongParameter.class))
                .containsExactly("@PipelineTest of " + WrongParameter.class.getName()
                        + ".test: The parameter 'run_date' is not of the form key=value.");
    }

    @Test
    void aConfigurationMustBeDeclared() {
        new TestProject(folder).write("src/test/lakelight/all.yml", "configurations: { small: {}, late-data: {} }\n");

        assertThat(failures(UnknownConfiguration.class))
                .containsExactly(
                        "Unknown configuration 'smal'. Declared are: late-data, small. Perhaps you mean 'small'.");
    }

    @Test
    void aRunIsThereAfterItHasRun() {
        assertThat(failures(RunBeforeItRan.class)).singleElement().asString().endsWith("""
                Cannot inject NotebookRun into RunBeforeItRan.prepare: the module runs after all @BeforeEach methods. \
                Take it in the @PipelineTest method or in @AfterEach.""");
    }

    @Test
    void aConfigurationIsThereWhenOneIsNamed() {
        assertThat(failures(ConfigurationOfNone.class))
                .singleElement()
                .asString()
                .endsWith("""
                Cannot inject Configuration into ConfigurationOfNone.prepare: its @PipelineTest names no configurations.""");
    }

    @Test
    void aClassIsServedByOneExtension() {
        assertThat(failures(TwoExtensions.class))
                .containsExactly(TwoExtensions.class.getName() + " registers two LakelightExtensions. Keep one.");
    }

    private List<String> failures(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("lakelight.basedir", folder.toString())
                .selectors(selectClass(testClass))
                .execute()
                .allEvents()
                .stream()
                .filter(Event.byType(EventType.FINISHED))
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .toList();
    }

    @LakelightTest
    static class LakeForAll {

        @BeforeAll
        static void prepare(Lake lake) {}

        @Test
        void test() {}
    }

    @LakelightTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class LakeForAllInConstructor {

        LakeForAllInConstructor(Lake lake) {}

        @Test
        void test() {}
    }

    @LakelightTest
    static class NothingToRun {

        @PipelineTest
        void test() {}
    }

    @LakelightTest
    static class TwoThingsToRun {

        @PipelineTest(notebook = "a.sql", mainClass = String.class)
        void test() {}
    }

    @LakelightTest
    static class WrongParameter {

        @PipelineTest(notebook = "a.sql", parameters = "run_date")
        void test() {}
    }

    @LakelightTest
    static class UnknownConfiguration {

        @PipelineTest(notebook = "a.sql", configurations = "smal")
        void test() {}
    }

    @LakelightTest
    static class RunBeforeItRan {

        @BeforeEach
        void prepare(NotebookRun run) {}

        @PipelineTest(notebook = "a.sql")
        void test() {}
    }

    @LakelightTest
    static class ConfigurationOfNone {

        @BeforeEach
        void prepare(Configuration configuration) {}

        @PipelineTest(notebook = "a.sql")
        void test() {}
    }

    static class TwoExtensions {

        @RegisterExtension
        static final LakelightExtension FIRST =
                LakelightExtension.builder().cluster(ClusterSpec.embedded()).build();

        @RegisterExtension
        static final LakelightExtension SECOND =
                LakelightExtension.builder().keepLakes().build();

        @Test
        void test() {}
    }
}
