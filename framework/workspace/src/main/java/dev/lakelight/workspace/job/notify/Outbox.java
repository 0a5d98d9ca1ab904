package dev.lakelight.workspace.job.notify;

import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.storage.DurableFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Notifications that were made, each as a JSON file of a folder. Tests read them here. Thread-safe. */
public final class Outbox {

    private final Path folder;
    private final DurableFiles files;
    private long last;

    /** Keep notifications in a folder that is there. */
    public Outbox(Path folder, DurableFiles files) {
        this.folder = folder;
        this.files = files;
        this.last = paths().size();
    }

    synchronized void add(Message message) {
        Path file = folder.resolve("%08d.json".formatted(++last));

        try {
            files.writePrivate(file, new ByteArrayInputStream(WireJson.bytes(message)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return all of them, the oldest first. */
    public synchronized List<Message> messages() {
        List<Message> messages = new ArrayList<>();

        try {
            for (Path file : paths()) {
                messages.add(WireJson.mapper().readValue(file.toFile(), Message.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        return messages;
    }

    private List<Path> paths() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
