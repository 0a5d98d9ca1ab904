package dev.lakelight.path;

import dev.lakelight.problem.UserError;
import java.nio.file.Path;

/** What users are told about paths that lead nowhere. */
final class PathMessages {

    private PathMessages() {}

    static UserError upwards(Object path, Path boundary) {
        return new UserError("The path %s leads out of the lake's files: with its '..' it is above %s. Remove the '..'."
                .formatted(path, boundary));
    }

    static UserError linkOut(Object path, Path link) {
        return new UserError(
                ("The path %s leads out of the lake's files: %s is a symbolic link. Copy what it points to into the lake"
                                + " instead.")
                        .formatted(path, link));
    }

    static UserError noLake(Object path) {
        return new UserError(
                ("The path %s leads into a lake, but no lake is known here. Use it in a test that has a lake, with the"
                                + " lake's session, in the thread that runs the test.")
                        .formatted(path));
    }

    static UserError notOfLake(Object path) {
        return new UserError(("The path %s is none of a lake. Accepted are paths below the lake's files such as"
                        + " landing/a.csv, and those that begin with %s.")
                .formatted(path, String.join(", ", LakeScheme.beginnings())));
    }
}
