package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.ApiErrors;

/** Reads numbers that paths hold. */
final class PathId {

    private PathId() {}

    static long parse(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiErrors.wrongType(name, "a whole number");
        }
    }
}
