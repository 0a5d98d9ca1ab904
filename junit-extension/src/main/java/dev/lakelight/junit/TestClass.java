package dev.lakelight.junit;

import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.junit.testbed.Settings;
import dev.lakelight.lake.Fixture;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What the class of a test says about it.
 *
 * @param type the class
 * @param enclosing the classes around it, the outermost first
 * @param testName class, method and invocation
 */
record TestClass(Class<?> type, List<Class<?>> enclosing, String testName) {

    private static final String TEST_RESOURCES = "src/test/resources";

    static TestClass of(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        String method = context.getRequiredTestMethod().getName();
        return new TestClass(type, context.getEnclosingTestClasses(), type.getSimpleName() + "." + method);
    }

    /** Return the cluster to run on: what the annotation says, then what the program says, then the properties. */
    ClusterSpec cluster(Settings settings, ExtensionOptions options) {
        Optional<SparkCluster> annotation = AnnotationSupport.findAnnotation(type, SparkCluster.class, enclosing);

        if (annotation.isPresent()) {
            return cluster(annotation.get(), settings);
        }

        ClusterSpec said = options.cluster();
        return said == null ? settings.cluster() : said;
    }

    private ClusterSpec cluster(SparkCluster annotation, Settings settings) {
        try {
            return settings.overriddenBy(SparkClusterReader.properties(annotation))
                    .cluster()
                    .withSettings(SparkClusterReader.sparkSettings(annotation));
        } catch (UserError mistake) {
            throw new UserError("@SparkCluster of %s: %s".formatted(type.getName(), mistake.getMessage()), mistake);
        }
    }

    /**
     * Return the fixture that the lake of a test is forked from: what the method says, then what the class says.
     *
     * @throws UserError when the class that makes it cannot be used
     */
    Optional<Fixture> fixture(Method method) {
        return AnnotationSupport.findAnnotation(method, ForkOf.class)
                .or(() -> AnnotationSupport.findAnnotation(type, ForkOf.class, enclosing))
                .map(ForkOf::value)
                .map(this::fixture);
    }

    private Fixture fixture(Class<? extends Supplier<Fixture>> maker) {
        try {
            return ReflectionSupport.newInstance(maker).get().dependsOn(maker);
        } catch (Exception e) {
            // JUnit throws what the constructor throws without declaring it.
            throw new UserError(
                    ("@ForkOf of %s: %s cannot make a fixture: %s. It needs a constructor without parameters, and must be"
                                    + " static when it is a nested class.")
                            .formatted(type.getName(), maker.getName(), e),
                    e);
        }
    }

    /** Return what resolves the names of files, those beside the class first. */
    ProjectFiles files(Settings settings) {
        String folder = type.getPackageName().replace('.', '/');
        ProjectFiles files = settings.projectFiles();
        return classFolder()
                .map(root -> files.withFirst(root.resolve(folder)))
                .orElse(files)
                .withFirst(Path.of(TEST_RESOURCES, folder));
    }

    /** The root of the class path entry that holds the class, unless that is a jar. */
    private Optional<Path> classFolder() {
        CodeSource source = type.getProtectionDomain().getCodeSource();

        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }

        try {
            return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isDirectory);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
