package dev.lakelight.junit.engine;

import dev.lakelight.junit.ScenarioSuite;
import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Classes with {@link ScenarioSuite}, each standing for a folder. */
final class SuiteClasses {

    private final ProjectTests tests;
    private final Path baseDirectory;

    SuiteClasses(ProjectTests tests, Path baseDirectory) {
        this.tests = tests;
        this.baseDirectory = baseDirectory;
    }

    static boolean isSuite(Class<?> type) {
        return AnnotationSupport.isAnnotated(type, ScenarioSuite.class);
    }

    /** Make the node of a class, when there is such a class and it stands for a folder. */
    Optional<TestDescriptor> node(String className, UniqueId id) {
        return ReflectionSupport.tryToLoadClass(className)
                .toOptional()
                .filter(SuiteClasses::isSuite)
                .map(type -> node(type, id));
    }

    private ContainerDescriptor node(Class<?> type, UniqueId id) {
        String folder = type.getAnnotation(ScenarioSuite.class).value();
        Path path = baseDirectory.resolve(folder).normalize();
        Set<NodeName> names = tests.at(path);
        ContainerDescriptor container = new ContainerDescriptor(id, type.getSimpleName(), ClassSource.from(type));
        names.forEach(name ->
                container.offer(name, childId -> tests.node(name, childId).orElseThrow()));

        if (names.isEmpty()) {
            container.offer(new NodeName(NodeName.FILE, folder), noTests(type, folder, path)::toDescriptor);
        }

        return container;
    }

    /** A class that stands for nothing would be missed silently. */
    private static Declaration noTests(Class<?> type, String folder, Path path) {
        UserError error = new UserError(
                "There is no scenario file and no notebook test at '%s', for which the class %s stands. Looked at: %s"
                        .formatted(folder, type.getName(), path));
        return Declaration.broken(folder, FileSource.from(path.toFile()), error);
    }
}
