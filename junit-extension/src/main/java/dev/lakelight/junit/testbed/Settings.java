package dev.lakelight.junit.testbed;

import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the properties {@code lakelight.*} say, each a JUnit configuration parameter or a system property.
 *
 * @param lookup returns the value of a property, when it has one
 */
public record Settings(Function<String, Optional<String>> lookup) {

    /** The project's base directory. Default: the system property {@code basedir}, which Maven sets, else the working directory. */
    public static final String BASE_DIRECTORY = "lakelight.basedir";

    /** Where everything that is generated goes, relative to the base directory. Default: {@code target}. */
    public static final String BUILD_DIRECTORY = "lakelight.buildDirectory";

    /** Folders with scenario files, separated by commas, relative to the base directory. Default: {@value #DEFAULT_SCENARIOS}. */
    public static final String SCENARIOS = "lakelight.scenarios";

    /** Whether lakes are kept after their tests, {@code true} or {@code false}. Default: false. */
    public static final String KEEP = "lakelight.keep";

    /** How many scenarios and notebook tests run at once. Default: 1. */
    public static final String PARALLELISM = "lakelight.parallelism";

    /** Whether classes with {@code @ScenarioSuite} are ignored, because their folders are looked at anyway. Default: false. */
    public static final String IGNORE_SUITE_CLASSES = "lakelight.scenarioSuites.ignored";

    private static final String DEFAULT_SCENARIOS = "src/test/lakelight";
    private static final String TEST_RESOURCES = "src/test/resources";

    /** Return settings in which these values win. */
    public Settings overriddenBy(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return new Settings(name -> Optional.ofNullable(copy.get(name)).or(() -> lookup.apply(name)));
    }

    /** Return the project's base directory, absolute. */
    public Path baseDirectory() {
        String found =
                lookup.apply(BASE_DIRECTORY).or(() -> lookup.apply("basedir")).orElse("");
        return Path.of(found).toAbsolutePath().normalize();
    }

    /** Return the folder for everything that is generated, absolute. */
    public Path buildDirectory() {
        return baseDirectory().resolve(lookup.apply(BUILD_DIRECTORY).orElse("target"));
    }

    /** Return the folders with scenario files, absolute. */
    public List<Path> scenarioRoots() {
        Path base = baseDirectory();
        return Arrays.stream(lookup.apply(SCENARIOS).orElse(DEFAULT_SCENARIOS).split(","))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> base.resolve(folder).normalize())
                .toList();
    }

    /** Return what resolves file names: the scenario folders, the test resources, then the base directory. */
    public ProjectFiles projectFiles() {
        List<Path> roots = new ArrayList<>(scenarioRoots());
        roots.add(Path.of(TEST_RESOURCES));
        return ProjectFiles.of(baseDirectory(), roots);
    }

    /**
     * Return the cluster that the properties ask for; embedded when they say nothing.
     *
     * @throws UserError when a value is not accepted
     */
    public ClusterSpec cluster() {
        return ClusterSpec.ofProperties(name -> lookup.apply(name).orElse(null));
    }

    /** Return whether lakes are kept after their tests. */
    public boolean keepsLakes() {
        return isTrue(KEEP);
    }

    /** Return whether classes that stand for a folder are ignored. */
    public boolean ignoresSuiteClasses() {
        return isTrue(IGNORE_SUITE_CLASSES);
    }

    /**
     * Return how many scenarios and notebook tests run at once.
     *
     * @throws UserError when it is not a number from 1
     */
    public int parallelism() {
        return positiveNumber(PARALLELISM).orElse(1);
    }

    /**
     * Return a number, when there is one.
     *
     * @throws UserError when it is not a whole number from 1
     */
    Optional<Integer> positiveNumber(String name) {
        return lookup.apply(name).map(text -> positive(name, text.strip()));
    }

    private boolean isTrue(String name) {
        return lookup.apply(name).map(Boolean::parseBoolean).orElse(false);
    }

    private static Integer positive(String name, String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new UserError("%s is '%s'. Accepted are whole numbers from 1.".formatted(name, text));
        }

        return Integer.valueOf(text);
    }
}
