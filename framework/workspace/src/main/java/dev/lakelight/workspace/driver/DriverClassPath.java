package dev.lakelight.workspace.driver;

import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.workspace.storage.ReadOnlyDatabase;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class path of drivers: a given one, or that of this JVM. */
public final class DriverClassPath {

    private static final String SPARK = "org/apache/spark/SparkContext.class";
    private static final String DELTA = "io/delta/sql/DeltaSparkSessionExtension.class";
    private static final String NOTEBOOKS = "dev.lakelight.runtime.Tasks";
    private static final Pattern SEPARATOR = Pattern.compile("[\\r\\n]+|" + Pattern.quote(File.pathSeparator));

    private final List<Path> entries;

    private DriverClassPath(List<Path> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Use that of this JVM; whether it has Spark is seen when a driver is started. */
    public static DriverClassPath ofThisJvm() {
        return new DriverClassPath(RuntimeClassPath.ofThisJvm());
    }

    /** Use this one. */
    static DriverClassPath of(List<Path> entries) {
        return new DriverClassPath(entries);
    }

    /**
     * Use the one that is in a file: jars and folders, one a line or separated as in a class path. What drivers need of Lakelight is
     * added.
     *
     * @throws UserError when the file cannot be read, an entry does not exist, or Spark or Delta is missing
     */
    public static DriverClassPath in(Path file) {
        Set<Path> entries = new LinkedHashSet<>();
        SEPARATOR
                .splitAsStream(text(file))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(entry -> entries.add(existing(file, entry)));
        requireSpark(file, List.copyOf(entries));
        ownClasses().forEach(entries::add);
        return new DriverClassPath(List.copyOf(entries));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError("The class path of clusters cannot be read from %s: %s".formatted(file, e), e);
        }
    }

    private static Path existing(Path file, String entry) {
        Path path = Path.of(entry).toAbsolutePath().normalize();

        if (!Files.exists(path)) {
            throw new UserError("%s: the class path of clusters names %s, which does not exist. Write the file anew."
                    .formatted(file, entry));
        }

        return path;
    }

    private static void requireSpark(Path file, List<Path> entries) {
        for (String needed : List.of(SPARK, DELTA)) {
            if (!holds(entries, needed)) {
                throw new UserError("%s: the class path of clusters has no %s. %s"
                        .formatted(file, needed.equals(SPARK) ? "Spark" : "Delta", advice()));
            }
        }
    }

    private static boolean holds(List<Path> entries, String resource) {
        URL[] urls = entries.stream().map(DriverClassPath::url).toArray(URL[]::new);

        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return loader.findResource(resource) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Return the version of Spark that is on it; nothing when there is none. */
    public Optional<String> sparkVersion() {
        URL[] urls = entries.stream().map(DriverClassPath::url).toArray(URL[]::new);

        try (URLClassLoader loader = new URLClassLoader(urls, null);
                InputStream file = loader.getResourceAsStream("spark-version-info.properties")) {
            Properties properties = new Properties();

            if (file != null) {
                properties.load(file);
            }

            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("no URL of the file " + path, e);
        }
    }

    private static String advice() {
        return "Write it with Maven, in a project that has both: mvn dependency:build-classpath -Dmdep.outputFile=FILE";
    }

    private static Stream<Path> ownClasses() {
        return Stream.of(ForkedJvm.class, DriverMain.class, notebooks(), ReadOnlyDatabase.library())
                .map(DriverClassPath::place);
    }

    /** By name, as its fields and methods are of Spark's types, which this JVM may not have. */
    private static Class<?> notebooks() {
        try {
            return Class.forName(NOTEBOOKS, false, DriverClassPath.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new EnvironmentError("lakelight-spark is not on the class path of the workspace. Add it.", e);
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no file of " + type, e);
        }
    }

    /**
     * Return it.
     *
     * @throws EnvironmentError when Spark or Delta is not on it
     */
    List<Path> entries() {
        if (!holds(entries, SPARK) || !holds(entries, DELTA)) {
            throw new EnvironmentError(
                    "Clusters need Spark and Delta, which are not on the class path of this workspace. Add them, or name a file with a class path that has both by --spark-classpath FILE or WorkspaceBuilder.sparkClassPath. "
                            + advice());
        }

        return entries;
    }
}
