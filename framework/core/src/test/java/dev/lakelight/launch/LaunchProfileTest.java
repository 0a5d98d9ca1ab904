package dev.lakelight.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LaunchProfileTest {

    private static final String WORKS = "System.out.println(\"trained\");";

    @TempDir
    private Path directory;

    private final List<String> log = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void makeAFolderOfTheProject() throws IOException {
        folder = Files.createDirectories(directory.resolve("target/test-classes"));
    }

    @Test
    void asksSparkForItsOptionsOnce() throws IOException {
        Path jar = TrainingJar.create(directory, WORKS);

        List<String> first = prepare(jar, ArchivePolicy.When.OFF).jvmOptions();
        List<String> second = prepare(jar, ArchivePolicy.When.OFF).jvmOptions();

        assertThat(first)
                .startsWith("--add-opens=java.base/java.nio=ALL-UNNAMED")
                .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .isEqualTo(second);
    }

    @Test
    void putsFoldersBehindJarsWhenThereIsAnArchive() throws IOException {
        Path jar = TrainingJar.create(directory, WORKS);

        assertThat(prepare(jar, ArchivePolicy.When.AUTO).classPath()).containsExactly(folder, jar);
        assertThat(prepare(jar, ArchivePolicy.When.AUTO).classPath()).containsExactly(jar, folder);
    }

    @Test
    void leavesFoldersInFrontWhenTheyOverrideFilesOfJars() throws IOException {
        Path jar = TrainingJar.create(directory, WORKS);
        Path patched = folder.resolve("dev/lakelight/cluster/ArchiveTrainingRun.class");
        Files.createDirectories(patched.getParent());
        Files.writeString(patched, "");

        LaunchProfile profile = prepare(jar, ArchivePolicy.When.NOW);

        assertThat(profile.archive()).isEmpty();
        assertThat(profile.classPath()).containsExactly(folder, jar);
        assertThat(log)
                .containsExactly(
                        "No class data archive: dev/lakelight/cluster/ArchiveTrainingRun.class in folders of this"
                                + " class path must stay before the same in jars");
    }

    @Test
    void makesNoArchiveWhenOff() throws IOException {
        Path jar = TrainingJar.create(directory, WORKS);

        prepare(jar, ArchivePolicy.When.OFF);
        LaunchProfile profile = prepare(jar, ArchivePolicy.When.OFF);

        assertThat(profile.archive()).isEmpty();
        assertThat(profile.jvmOptionsWithArchive()).isEqualTo(profile.jvmOptions());
        assertThat(log).isEmpty();
    }

    @Test
    void makesAnArchiveWhenAClassPathIsUsedAgain() throws IOException {
        Path jar = TrainingJar.create(directory, WORKS);

        LaunchProfile first = prepare(jar, ArchivePolicy.When.AUTO);
        LaunchProfile second = prepare(jar, ArchivePolicy.When.AUTO);
        LaunchProfile third = prepare(jar, ArchivePolicy.When.AUTO);

        assertThat(first.archive()).isEmpty();
        assertThat(second.archive()).isPresent().isEqualTo(third.archive());
        assertThat(log)
                .hasSize(2)
                .element(0)
                .asString()
                .startsWith("Making the class data archive of this class path, once");
    }

    @Test
    void makesAnotherArchiveWhenAJarHasChanged() throws IOException {
        Path jar = TrainingJar.create(directory, WORKS);
        LaunchProfile before = prepare(jar, ArchivePolicy.When.NOW);

        TrainingJar.create(directory, WORKS + "System.out.println(2);");

        assertThat(prepare(jar, ArchivePolicy.When.NOW).archive()).isPresent().isNotEqualTo(before.archive());
    }

    @Test
    void runsAJvmWithTheArchiveAndAFolderThatChanges() throws Exception {
        Path jar = TrainingJar.create(directory, WORKS);
        LaunchProfile profile = prepare(jar, ArchivePolicy.When.NOW);
        Files.writeString(folder.resolve("new.txt"), "");

        assertThat(run(profile, "-Xlog:class+load"))
                .contains("trained")
                .anyMatch(line -> line.contains("ArchiveTrainingRun source: shared objects file (top)"));
    }

    @Test
    void makesAnArchiveAnewWhenItWasCutShort() throws Exception {
        Path jar = TrainingJar.create(directory, WORKS);
        Path archive = prepare(jar, ArchivePolicy.When.NOW).archive().orElseThrow();
        byte[] bytes = Files.readAllBytes(archive);
        Files.delete(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));

        LaunchProfile profile = prepare(jar, ArchivePolicy.When.NOW);

        assertThat(profile.archive()).contains(archive);
        assertThat(Files.size(archive)).isGreaterThan(bytes.length / 2);
        assertThat(run(profile)).containsExactly("trained");
    }

    @Test
    void anArchiveOfAnotherClassPathNeitherFailsARunNorSaysAnything() throws Exception {
        Path jar = TrainingJar.create(directory, WORKS);
        LaunchProfile profile = prepare(jar, ArchivePolicy.When.NOW);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

        assertThat(run(profile)).containsExactly("trained");
    }

    @Test
    void triesOnceOnlyWhenNoArchiveCanBeMade() throws IOException {
        Path jar = TrainingJar.create(directory, "System.exit(3);");

        assertThat(prepare(jar, ArchivePolicy.When.NOW).archive()).isEmpty();
        assertThat(prepare(jar, ArchivePolicy.When.NOW).archive()).isEmpty();

        assertThat(log).hasSize(2).element(1).asString().startsWith("Made none; see ");
        assertThat(leftIn(directory.resolve("cds")))
                .noneMatch(name -> name.contains(".jsa.") && !name.endsWith(".failed"));
    }

    @Test
    void severalBuildsAtATimeGetOneArchive() throws IOException {
        Path jar = TrainingJar.create(directory, WORKS);

        List<Path> archives = IntStream.range(0, 3)
                .parallel()
                .mapToObj(build -> LaunchProfile.prepare(request(jar, ArchivePolicy.When.NOW), line -> {}))
                .map(profile -> profile.archive().orElseThrow())
                .distinct()
                .toList();

        assertThat(archives).hasSize(1);
        assertThat(leftIn(directory.resolve("cds"))).noneMatch(name -> name.contains("unfinished"));
        assertThat(leftIn(directory.resolve("launch"))).noneMatch(name -> name.startsWith("training-"));
    }

    @Test
    void saysWhatIsMissingWhenSparkIsNotOnTheClassPath() throws IOException {
        Path jar = Files.writeString(directory.resolve("no.jar"), "");

        assertThatThrownBy(() -> prepare(jar, ArchivePolicy.When.OFF))
                .isInstanceOf(EnvironmentError.class)
                .hasMessage("""
                        Cannot ask Spark which JVM options it needs. The test class path must hold lakelight-spark \
                        (lakelight-junit brings it) and Spark itself. What was said:
                          Error: Could not find or load main class dev.lakelight.cluster.PrintModuleOptions
                          Caused by: java.lang.ClassNotFoundException: dev.lakelight.cluster.PrintModuleOptions""");
    }

    @Test
    void refusesAnUnknownPolicy() {
        assertThatThrownBy(() -> ArchivePolicy.When.of("always"))
                .isInstanceOf(UserError.class)
                .hasMessage("Property lakelight.cds is 'always'. It must be auto, now or off.");
    }

    private LaunchProfile prepare(Path jar, ArchivePolicy.When when) {
        return LaunchProfile.prepare(request(jar, when), log::add);
    }

    private LaunchRequest request(Path jar, ArchivePolicy.When when) {
        return new LaunchRequest(
                Path.of(System.getProperty("java.home")),
                List.of(folder, jar),
                directory.resolve("launch"),
                new ArchivePolicy(when, directory.resolve("cds")));
    }

    private List<String> run(LaunchProfile profile, String... more) throws InterruptedException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        try (ForkedJvm jvm = ForkedJvm.builder()
                .jvmOptions(Stream.concat(profile.jvmOptionsWithArchive().stream(), Stream.of(more))
                        .toList())
                .classPath(profile.classPath())
                .mainClass("dev.lakelight.cluster.ArchiveTrainingRun")
                .argumentFile(directory.resolve("arguments"))
                .outputTo(lines::add)
                .start()) {
            assertThat(jvm.waitFor(Duration.ofSeconds(60))).hasValue(0);
        }
        return List.copyOf(lines);
    }

    private static List<String> leftIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
