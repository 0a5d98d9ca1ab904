package dev.lakelight.lake;

import static java.util.Objects.requireNonNull;

import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a lake is made. Start from {@link #named} and refine.
 *
 * @param name of the test; part of the folder's name
 * @param projectFiles where the names of data files are looked up
 * @param root folder in which the lake gets a folder of its own; below the build directory
 * @param settings SQL settings of the session, on top of the cluster's
 * @param ending what becomes of the lake's folder when it is closed
 * @param fixture that the lake is forked from, or null when it begins with nothing
 * @param home where a lake is that goes on from what it was, or null for one with a folder of its own
 */
public record LakeOptions(
        String name,
        ProjectFiles projectFiles,
        Path root,
        Map<String, String> settings,
        Ending ending,
        @Nullable Fixture fixture,
        @Nullable LakeHome home) {

    /** What becomes of a lake's folder. */
    public enum Ending {
        DELETED,
        /** It stays, and its path is printed. */
        KEPT
    }

    public LakeOptions {
        requireNonNull(name, "name");
        requireNonNull(projectFiles, "projectFiles");
        requireNonNull(root, "root");
        requireNonNull(ending, "ending");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Return a lake below {@code target/lakelight/lakes} of the project that is deleted when it is closed. */
    public static LakeOptions named(String name, ProjectFiles projectFiles) {
        Path root = projectFiles
                .baseDirectory()
                .resolve("target")
                .resolve("lakelight")
                .resolve("lakes");
        return new LakeOptions(name, projectFiles, root, Map.of(), Ending.DELETED, null, null);
    }

    /** Return this with its folder inside another one. */
    public LakeOptions below(Path newRoot) {
        return new LakeOptions(name, projectFiles, newRoot, settings, ending, fixture, home);
    }

    /** Return this with these settings in addition; they win over those it has. */
    public LakeOptions withSettings(Map<String, String> more) {
        Map<String, String> merged = new LinkedHashMap<>(settings);
        merged.putAll(more);
        return new LakeOptions(name, projectFiles, root, merged, ending, fixture, home);
    }

    /** Return this forked from a fixture, which is built first if there is none yet. */
    public LakeOptions from(Fixture newFixture) {
        return new LakeOptions(name, projectFiles, root, settings, ending, newFixture, home);
    }

    /** Return this with its folder kept. */
    public LakeOptions kept() {
        return new LakeOptions(name, projectFiles, root, settings, Ending.KEPT, fixture, home);
    }

    /** Return this with a home that it goes on from, and that stays when it is closed. It cannot be rolled back. */
    public LakeOptions at(LakeHome newHome) {
        return new LakeOptions(name, projectFiles, root, settings, Ending.KEPT, null, newHome);
    }
}
