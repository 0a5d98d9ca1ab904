package dev.lakelight.databricks.suite;

import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names tests as they are named on this machine, so that reports of both can be compared. */
final class TestIds {

    /** What the JUnit Platform encodes in the segments of a unique id. */
    private static final Pattern ENCODED = Pattern.compile("[%+\\[:\\]/]");

    private static final String ENGINE = "[engine:lakelight]";

    private TestIds() {}

    static TestIdentity faultyFile(String file, @Nullable SourceLocation place) {
        return new TestIdentity(
                ENGINE + segment("file", file),
                TestKind.SCENARIO,
                file,
                file.substring(file.lastIndexOf('/') + 1),
                place == null ? new SourceLocation(file, 0) : place);
    }

    static TestIdentity scenario(
            String file,
            String name,
            SourceLocation place,
            List<String> configurations,
            @Nullable String configuration) {
        String id = ENGINE + segment("file", file) + segment("scenario", name);
        return new TestIdentity(
                id + suffix(configurations, configuration),
                TestKind.SCENARIO,
                file,
                displayed(name, configuration),
                place);
    }

    static TestIdentity notebook(String notebook, List<String> configurations, @Nullable String configuration) {
        int slash = notebook.lastIndexOf('/');
        return new TestIdentity(
                ENGINE + segment("notebook", notebook) + suffix(configurations, configuration),
                TestKind.NOTEBOOK_TEST,
                slash < 0 ? "." : notebook.substring(0, slash),
                displayed(notebook.substring(slash + 1), configuration),
                new SourceLocation(notebook, 1));
    }

    /** A test with one configuration has no node for it. */
    private static String suffix(List<String> configurations, @Nullable String configuration) {
        return configurations.size() < 2 || configuration == null ? "" : segment("configuration", configuration);
    }

    private static String displayed(String name, @Nullable String configuration) {
        return configuration == null ? name : "%s [%s]".formatted(name, configuration);
    }

    private static String segment(String type, String value) {
        String encoded =
                ENCODED.matcher(value).replaceAll(match -> URLEncoder.encode(match.group(), StandardCharsets.UTF_8));
        return "/[%s:%s]".formatted(type, encoded);
    }
}
