package dev.lakelight.junit.suite;

import dev.lakelight.result.TestKind;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What a scenario or a notebook test is called: scenarios by their file, notebook tests by their folder.
 *
 * @param kind scenario or notebook test
 * @param suite scenario file, or folder of the notebook
 * @param name name within the suite
 */
record TestName(TestKind kind, String suite, String name) {

    static TestName of(TestIdentifier test) {
        return segment(test, "file")
                .map(file ->
                        new TestName(TestKind.SCENARIO, file, withoutFolder(test.getDisplayName(), folderOf(file))))
                .or(() -> segment(test, "notebook").map(notebook -> ofNotebook(test, notebook)))
                .orElseGet(() -> new TestName(TestKind.SCENARIO, test.getDisplayName(), test.getDisplayName()));
    }

    private static TestName ofNotebook(TestIdentifier test, String notebook) {
        String folder = folderOf(notebook);
        return new TestName(TestKind.NOTEBOOK_TEST, folder, withoutFolder(test.getDisplayName(), folder));
    }

    private static Optional<String> segment(TestIdentifier test, String type) {
        return test.getUniqueIdObject().getSegments().stream()
                .filter(segment -> segment.getType().equals(type))
                .map(UniqueId.Segment::getValue)
                .findFirst();
    }

    private static String folderOf(String file) {
        int end = file.lastIndexOf('/');
        return end < 0 ? "." : file.substring(0, end);
    }

    private static String withoutFolder(String name, String folder) {
        return name.startsWith(folder + "/") ? name.substring(folder.length() + 1) : name;
    }
}
