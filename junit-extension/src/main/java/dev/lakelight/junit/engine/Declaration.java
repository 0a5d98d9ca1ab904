package dev.lakelight.junit.engine;

import dev.lakelight.scenario.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/**
 * A test as a file declares it; it becomes one test for each configuration.
 *
 * @param name as users read it
 * @param source where it is declared
 * @param tags by which it can be chosen
 * @param requires what the machine must have
 * @param configurations names; empty for one test without any
 * @param body what it does
 */
record Declaration(
        String name,
        FileSource source,
        Set<TestTag> tags,
        List<Requirement> requires,
        List<String> configurations,
        TestBody body) {

    Declaration {
        tags = Set.copyOf(tags);
        requires = List.copyOf(requires);
        configurations = List.copyOf(configurations);
    }

    /** Declare a test that cannot be run, so that it fails instead of being missed. */
    static Declaration broken(String name, FileSource source, RuntimeException why) {
        return new Declaration(name, source, Set.of(), List.of(), List.of(), (beds, testId, configuration) -> {
            throw why;
        });
    }

    /** Return a line of a file, or the file when the line is 0. */
    static FileSource place(Path file, int line) {
        return line == 0 ? FileSource.from(file.toFile()) : FileSource.from(file.toFile(), FilePosition.from(line));
    }

    String displayName(@Nullable String configuration) {
        return configuration == null ? name : name + " [" + configuration + "]";
    }

    /** Make the test, or the container of tests when there are several configurations. */
    TestDescriptor toDescriptor(UniqueId id) {
        if (configurations.size() > 1) {
            return toContainer(id);
        }

        return new TestCaseDescriptor(
                id, this, configurations.stream().findFirst().orElse(null));
    }

    private ContainerDescriptor toContainer(UniqueId id) {
        ContainerDescriptor container = new ContainerDescriptor(id, name, source);
        configurations.forEach(configuration -> container.offer(
                new NodeName(NodeName.CONFIGURATION, configuration),
                childId -> new TestCaseDescriptor(childId, this, configuration)));
        return container;
    }
}
