package dev.lakelight.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Spark settings of a cluster. Later sources win: Lakelight's presets, {@code lakelight-spark.properties} on the class path,
 * system properties {@code spark.*}, the specification. What makes a cluster the kind that it is cannot be overridden.
 */
final class ClusterSettings {

    private static final String PRESETS = "presets.properties";
    private static final String PROJECT_FILE = "lakelight-spark.properties";
    private static final String EXTENSIONS = "spark.sql.extensions";
    private static final String PLUGINS = "spark.plugins";

    /** In this order: Lakelight's parser asks Delta's. */
    private static final List<String> REQUIRED_EXTENSIONS = List.of(
            "io.delta.sql.DeltaSparkSessionExtension",
            "dev.lakelight.dialect.LakelightExtensions",
            "dev.lakelight.compare.ComparisonExtensions",
            "dev.lakelight.snapshot.SnapshotExtensions");

    /** On other machines executors reach no driver at the loopback address. */
    private static final List<String> OF_THIS_MACHINE = List.of("spark.driver.host", "spark.driver.bindAddress");

    private ClusterSettings() {}

    static Map<String, String> of(ClusterSpec spec) {
        Map<String, String> settings = new TreeMap<>();
        putAll(settings, ClusterSettings.class.getResource(PRESETS));
        if (spec.kind() == ClusterSpec.Kind.EXTERNAL) {
            OF_THIS_MACHINE.forEach(settings::remove);
        }
        putAll(settings, projectFile());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spark."))
                .forEach(name -> settings.put(name, System.getProperty(name)));
        settings.putAll(spec.settings());
        REQUIRED_EXTENSIONS.forEach(extension -> settings.merge(EXTENSIONS, extension, ClusterSettings::withExtension));
        if (spec.kind() != ClusterSpec.Kind.EMBEDDED) {
            settings.merge(PLUGINS, StaticsPlugin.class.getName(), ClusterSettings::withExtension);
        }
        settings.put("spark.master", MasterUrl.of(spec));
        return Collections.unmodifiableMap(settings);
    }

    private static String withExtension(String extensions, String wanted) {
        return extensions.contains(wanted) ? extensions : extensions + "," + wanted;
    }

    private static @Nullable URL projectFile() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context != null ? context : ClassLoader.getSystemClassLoader();
        return loader.getResource(PROJECT_FILE);
    }

    private static void putAll(Map<String, String> settings, @Nullable URL file) {
        if (file == null) {
            return;
        }
        Properties properties = new Properties();
        try (InputStream in = file.openStream()) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
    }
}
