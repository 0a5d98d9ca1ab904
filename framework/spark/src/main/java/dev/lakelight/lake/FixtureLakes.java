package dev.lakelight.lake;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.fixture.BuiltLake;
import dev.lakelight.fixture.FixtureInputs;
import dev.lakelight.fixture.FixtureStore;
import dev.lakelight.fixture.StoredFixture;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.package$;
import org.apache.spark.sql.delta.DeltaLog;

/** Builds the lakes that fixtures are. */
final class FixtureLakes {

    private final Cluster cluster;
    private final LakeOptions options;
    private final Fixture fixture;

    FixtureLakes(Cluster cluster, LakeOptions options, Fixture fixture) {
        this.cluster = cluster;
        this.options = options;
        this.fixture = fixture;
    }

    /** Return the fixture as it is on the disk, built now if need be. */
    StoredFixture obtain() {
        return new FixtureStore(options.root().resolveSibling("fixtures")).obtain(inputs(), this::build);
    }

    private FixtureInputs inputs() {
        return fixture.inputs()
                .text("name", fixture.name())
                .text("settings", settings().toString())
                .text("Java", Runtime.version().feature() + "")
                .text("Spark", package$.MODULE$.SPARK_VERSION())
                .code(DeltaLog.class)
                .code(Lake.class)
                .code(LakeState.class)
                .code(FixtureStore.class)
                .text("place", options.root().toAbsolutePath().toString());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(cluster.settings());
        settings.keySet().removeIf(name -> !name.startsWith("spark.sql.") && !name.startsWith("spark.databricks."));
        settings.remove("spark.sql.warehouse.dir");
        settings.putAll(options.settings());
        settings.putIfAbsent(Catalogs.SETTING, cluster.settings().getOrDefault(Catalogs.SETTING, ""));
        return settings;
    }

    private BuiltLake build(Path folder) {
        LakeOptions plain = LakeOptions.named(fixture.name(), options.projectFiles())
                .below(folder)
                .withSettings(options.settings());

        Lake lake = Lake.open(cluster, plain);
        try {
            fixture.fill(lake);
            return new BuiltLake(lake.directory(), LakeState.of(lake));
        } finally {
            lake.leave();
        }
    }
}
