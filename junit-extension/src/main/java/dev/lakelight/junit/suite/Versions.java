package dev.lakelight.junit.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;

/** What runs, by name, as reports show it. */
final class Versions {

    private static final String UNKNOWN = "unknown";

    private Versions() {}

    static Map<String, String> current() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("lakelight", lakelight());
        versions.put("spark", orUnknown(() -> org.apache.spark.package$.MODULE$.SPARK_VERSION()));
        versions.put("delta", orUnknown(() -> io.delta.package$.MODULE$.VERSION()));
        versions.put("java", Runtime.version().toString());
        versions.put("junit", orUnknown(() -> Extension.class.getPackage().getImplementationVersion()));
        return versions;
    }

    /** A class that is missing here will be told by the tests that need it. */
    private static String orUnknown(Supplier<@Nullable String> version) {
        try {
            return Objects.requireNonNullElse(version.get(), UNKNOWN);
        } catch (LinkageError missing) {
            return UNKNOWN;
        }
    }

    private static String lakelight() {
        try (InputStream in = Objects.requireNonNull(Versions.class.getResourceAsStream("version.properties"))) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", UNKNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
