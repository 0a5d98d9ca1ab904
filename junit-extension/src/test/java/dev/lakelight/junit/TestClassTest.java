package dev.lakelight.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.junit.testbed.Settings;
import dev.lakelight.lake.Fixture;
import dev.lakelight.problem.UserError;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestClassTest {

    private static final Settings NOTHING_SAID = new Settings(name -> Optional.empty());
    private static final Settings THREE_EXECUTORS =
            NOTHING_SAID.overriddenBy(Map.of("lakelight.executors", "3", "lakelight.executor.memory", "2g"));
    private static final ExtensionOptions BUILDER =
            new ExtensionOptions(ClusterSpec.processes(5), Map.of(), null, Keep.AS_CONFIGURED);

    @Test
    void takesTheAnnotationBeforeTheBuilderBeforeTheProperties() {
        assertThat(cluster(TwoExecutors.class, THREE_EXECUTORS, BUILDER).executors())
                .isEqualTo(2);
        assertThat(cluster(Plain.class, THREE_EXECUTORS, BUILDER).executors()).isEqualTo(5);
        assertThat(cluster(Plain.class, THREE_EXECUTORS, ExtensionOptions.NONE).executors())
                .isEqualTo(3);
        assertThat(cluster(Plain.class, NOTHING_SAID, ExtensionOptions.NONE)).isEqualTo(ClusterSpec.embedded());
    }

    @Test
    void leavesToThePropertiesWhatTheAnnotationDoesNotSay() {
        assertThat(cluster(TwoExecutors.class, THREE_EXECUTORS, ExtensionOptions.NONE))
                .isEqualTo(ClusterSpec.processes(2)
                        .withMemoryMegabytes(2048)
                        .withSettings(Map.of("spark.speculation", "true", "spark.x", "a=b")));
        assertThat(cluster(SmallHeap.class, THREE_EXECUTORS, ExtensionOptions.NONE))
                .isEqualTo(ClusterSpec.processes(3).withMemoryMegabytes(512));
    }

    @Test
    void canBeEmbeddedWhereTheSuiteIsNot() {
        assertThat(cluster(Embedded.class, THREE_EXECUTORS, ExtensionOptions.NONE))
                .isEqualTo(ClusterSpec.embedded().withCores(1).withMemoryMegabytes(2048));
    }

    @Test
    void findsTheAnnotationOnSuperclassesEnclosingClassesAndAnnotations() {
        assertThat(cluster(Subclass.class, NOTHING_SAID, ExtensionOptions.NONE).executors())
                .isEqualTo(2);
        assertThat(cluster(Composed.class, NOTHING_SAID, ExtensionOptions.NONE).executors())
                .isEqualTo(4);
        assertThat(new TestClass(Plain.class, List.of(TwoExecutors.class), "test")
                        .cluster(NOTHING_SAID, ExtensionOptions.NONE)
                        .executors())
                .isEqualTo(2);
    }

    @Test
    void namesTheClassOfAWrongAnnotation() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> cluster(WrongMemory.class, NOTHING_SAID, ExtensionOptions.NONE))
                .withMessage(
                        "@SparkCluster of %s: Property lakelight.executor.memory is 'much'. It must be a whole number with m or g, such as 512m or 2g.",
                        WrongMemory.class.getName());
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> cluster(WrongSetting.class, NOTHING_SAID, ExtensionOptions.NONE))
                .withMessage(
                        "@SparkCluster of %s: The setting 'spark.speculation' is not of the form key=value.",
                        WrongSetting.class.getName());
    }

    @Test
    void looksForFilesBesideTheClassFirst(@TempDir Path base) throws Exception {
        Settings settings = NOTHING_SAID.overriddenBy(Map.of("lakelight.basedir", base.toString()));
        Path inRoot =
                Files.createDirectories(base.resolve("src/test/resources")).resolve("a.csv");
        Path beside = Files.createDirectories(base.resolve("src/test/resources/dev/lakelight/junit"))
                .resolve("a.csv");
        TestClass testClass = new TestClass(Plain.class, List.of(), "test");

        Files.writeString(inRoot, "");
        assertThat(testClass.files(settings).resolve("a.csv")).isEqualTo(inRoot);

        Files.writeString(beside, "");
        assertThat(testClass.files(settings).resolve("a.csv")).isEqualTo(beside);
        assertThat(testClass.files(settings).resolve("TestClassTest.class")).isRegularFile();
    }

    @Test
    void namesTheClassThatCannotMakeItsFixture() throws Exception {
        TestClass testClass = new TestClass(WrongFixture.class, List.of(), "test");

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> testClass.fixture(WrongFixture.class.getDeclaredMethod("test")))
                .withMessageStartingWith(
                        "@ForkOf of %s: %s cannot make a fixture: ",
                        WrongFixture.class.getName(), Maker.class.getName())
                .withMessageEndingWith(
                        " It needs a constructor without parameters, and must be static when it is a nested class.");
    }

    private static ClusterSpec cluster(Class<?> type, Settings settings, ExtensionOptions options) {
        return new TestClass(type, List.of(), "test").cluster(settings, options);
    }

    @ForkOf(Maker.class)
    static class WrongFixture {

        void test() {}
    }

    record Maker(String name) implements Supplier<Fixture> {

        @Override
        public Fixture get() {
            return Fixture.of(name, lake -> {});
        }
    }

    static class Plain {}

    @SparkCluster(
            executors = 2,
            settings = {"spark.speculation=true", "spark.x=a=b"})
    static class TwoExecutors {}

    static class Subclass extends TwoExecutors {}

    @SparkCluster(memory = "512m")
    static class SmallHeap {}

    @SparkCluster(executors = 0, cores = 1)
    static class Embedded {}

    @SparkCluster(memory = "much")
    static class WrongMemory {}

    @SparkCluster(settings = "spark.speculation")
    static class WrongSetting {}

    @Retention(RetentionPolicy.RUNTIME)
    @SparkCluster(executors = 4)
    @interface OnFour {}

    @OnFour
    static class Composed {}
}
