package dev.lakelight.junit.engine;

import dev.lakelight.junit.testbed.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A user's project in a folder. */
public record TestProject(Path folder) {

    /** Write a file, indented as in the source of the test. */
    public Path write(String file, String text) {
        Path path = folder.resolve(file);

        try {
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the engine, asked for these selectors in this project. */
    public EngineTestKit.Builder engine(DiscoverySelector... selectors) {
        return EngineTestKit.engine(new LakelightTestEngine())
                .configurationParameter(Settings.BASE_DIRECTORY, folder.toString())
                .selectors(selectors);
    }

    /** Return the ids of all tests that the engine finds, without the part that names the engine. */
    List<String> ids(DiscoverySelector... selectors) {
        return tests(selectors).stream()
                .map(test -> test.getUniqueId().toString().replace("[engine:lakelight]/", ""))
                .toList();
    }

    /** Return all tests that the engine finds. */
    List<TestDescriptor> tests(DiscoverySelector... selectors) {
        return tests(engine(selectors));
    }

    /** Return all tests that an engine finds, in order. */
    static List<TestDescriptor> tests(EngineTestKit.Builder engine) {
        List<TestDescriptor> tests = new ArrayList<>();
        engine.discover().getEngineDescriptor().accept(node -> {
            if (node.isTest()) {
                tests.add(node);
            }
        });
        return tests;
    }

    /** Return where a test is declared, as messages show it. */
    String place(TestDescriptor test) {
        TestSource source = test.getSource().orElseThrow();
        FileSource file = (FileSource) source;
        return folder.relativize(file.getFile().toPath()).toString().replace('\\', '/')
                + file.getPosition().map(position -> ":" + position.getLine()).orElse("");
    }
}
