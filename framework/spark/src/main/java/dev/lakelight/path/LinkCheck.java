package dev.lakelight.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Finds symbolic links that lead out of a lake.
 *
 * @param files folder of the lake's files, absolute
 */
record LinkCheck(Path files) {

    /**
     * Require that no part of a place is a link to somewhere else.
     *
     * @param path as it was written, for the message
     * @param target where it leads; there need not be anything yet
     * @throws dev.lakelight.problem.UserError when one is
     */
    void requireNoneOut(org.apache.hadoop.fs.Path path, Path target) {
        Path existing = target;

        while (existing.startsWith(files) && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = Objects.requireNonNull(existing.getParent());
        }

        if (existing.startsWith(files) && !staysIn(existing)) {
            throw PathMessages.linkOut(path, firstLink(existing));
        }
    }

    private boolean staysIn(Path existing) {
        try {
            return existing.toRealPath().startsWith(files.toRealPath());
        } catch (NoSuchFileException pointsNowhere) {
            return !Files.exists(files);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot resolve " + existing, e);
        }
    }

    private Path firstLink(Path existing) {
        Path place = files;

        for (Path name : files.relativize(existing)) {
            place = place.resolve(name);

            if (Files.isSymbolicLink(place)) {
                return place;
            }
        }

        return existing;
    }
}
