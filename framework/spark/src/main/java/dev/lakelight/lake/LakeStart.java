package dev.lakelight.lake;

import dev.lakelight.catalog.CatalogSnapshot;
import dev.lakelight.fixture.FixtureStore;
import dev.lakelight.fixture.StoredFixture;
import dev.lakelight.fixture.TreeImage;
import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a lake is rolled back to, and compared with.
 *
 * @param image its files
 * @param state what it held beside them
 * @param settings of its session, by name
 * @param fixture that it was forked from, or null
 */
record LakeStart(
        TreeImage image,
        LakeState state,
        Map<String, String> settings,
        @Nullable StoredFixture fixture) {

    LakeStart {
        settings = new HashMap<>(settings);
    }

    /** Begin with nothing. */
    static LakeStart empty(Lake lake) {
        return new LakeStart(TreeImage.empty(lake.directory()), LakeState.of(lake), settings(lake), null);
    }

    /** Begin with a home, which has no start: nothing returns to one. */
    static LakeStart ofHome(Lake lake) {
        LakeState state = new LakeState(CatalogSnapshot.of(lake.session()), Map.of());
        return new LakeStart(TreeImage.empty(lake.directory()), state, settings(lake), null);
    }

    /** Begin with a fixture, whose files are there already. */
    static LakeStart of(Lake lake, StoredFixture fixture) {
        LakeState state = (LakeState) fixture.state(lake.directory());
        state.catalog().restore(lake.session());
        return new LakeStart(fixture.image(), state, settings(lake), fixture);
    }

    /** Begin with what is there now. */
    LakeStart movedTo(Lake lake) {
        TreeImage now = TreeImage.of(lake.directory(), lake.folder().newImage());
        return new LakeStart(now, LakeState.of(lake), settings(lake), fixture);
    }

    private static Map<String, String> settings(Lake lake) {
        return CollectionConverters.asJava(lake.session().conf().getAll());
    }

    /**
     * Make sure that nobody has written into the fixture.
     *
     * @throws UserError when somebody did; the fixture will be built anew
     */
    void requireIntactFixture(Lake lake) {
        if (fixture == null) {
            return;
        }

        List<Path> damaged = fixture.image().damaged();

        if (!damaged.isEmpty()) {
            FixtureStore.forget(fixture);
            throw new UserError(
                    ("While the lake '%s' was open, a file of its fixture was written in place: %s. Files of Delta tables are"
                                    + " links to those of the fixture, which other tests share. Write through Spark, or delete"
                                    + " the file and make a new one. The fixture will be built anew.")
                            .formatted(lake.name(), damaged.get(0)));
        }
    }
}
