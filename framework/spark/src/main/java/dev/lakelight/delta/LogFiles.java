package dev.lakelight.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of a log as the Delta protocol lays it out: {@code _delta_log/<version>.json} with an action a line. */
final class LogFiles {

    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Configuration configuration;

    LogFiles(Path table, Configuration configuration) {
        this.folder = new Path(table, "_delta_log");
        this.configuration = configuration;
    }

    /** Return the latest version, or nothing when nothing was committed. */
    OptionalLong version() {
        return names().stream()
                .map(COMMIT::matcher)
                .filter(Matcher::matches)
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                .max();
    }

    /** Return the names of all files. */
    List<String> names() {
        try {
            return Arrays.stream(fileSystem().listStatus(folder))
                    .map(FileStatus::getPath)
                    .map(Path::getName)
                    .toList();
        } catch (FileNotFoundException nothingCommitted) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    /** Return the actions of a commit, or nothing when its file is not there, or no longer. */
    Optional<List<JsonNode>> actions(long version) {
        return lines("%020d.json".formatted(version));
    }

    /** Return the actions in a file of the folder, one a line. */
    Optional<List<JsonNode>> lines(String name) {
        Path file = path(name);

        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(fileSystem().open(file), StandardCharsets.UTF_8))) {
            return Optional.of(reader.lines().map(LogFiles::action).toList());
        } catch (FileNotFoundException cleanedUp) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    Path path(String name) {
        return new Path(folder, name);
    }

    static JsonNode action(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("Not an action of a Delta log: " + line, e);
        }
    }

    private FileSystem fileSystem() throws IOException {
        return folder.getFileSystem(configuration);
    }
}
