package dev.lakelight.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The class data archives of a folder, one for each JDK and class path. Nothing that goes wrong here may break a build: a run without
 * an archive is slower, that is all.
 */
final class Archives {

    private final LaunchRequest request;
    private final Consumer<String> log;

    Archives(LaunchRequest request, Consumer<String> log) {
        this.request = request;
        this.log = log;
    }

    Optional<Path> find(List<Path> jars, ArchiveTraining training) {
        if (request.archives().when() == ArchivePolicy.When.OFF) {
            return Optional.empty();
        }
        ArchiveFiles files = new ArchiveFiles(
                request.archives().directory().toAbsolutePath(), Fingerprint.of(request.javaHome(), jars));
        try {
            Files.createDirectories(files.directory());
            if (!files.intact() && worthMaking(files)) {
                make(files, jars, training);
            }
            return files.intact() ? Optional.of(files.archive()) : Optional.empty();
        } catch (IOException e) {
            log.accept("No class data archive: " + e);
            return Optional.empty();
        }
    }

    private boolean worthMaking(ArchiveFiles files) throws IOException {
        if (Files.exists(files.failed())) {
            return false;
        }
        boolean seen = Files.exists(files.seen());
        if (!seen) {
            Files.writeString(files.seen(), "");
        }
        return seen || request.archives().when() == ArchivePolicy.When.NOW;
    }

    private void make(ArchiveFiles files, List<Path> jars, ArchiveTraining training) throws IOException {
        log.accept("Making the class data archive of this class path, once; JVMs will start faster from now on"
                + " (-Dlakelight.cds=off to do without)");
        long begin = System.nanoTime();
        Path unfinished = files.directory().resolve(UUID.randomUUID() + ".unfinished");
        try {
            if (training.make(unfinished, jars)) {
                files.keep(unfinished);
                log.accept("Made it in %.1f s".formatted((System.nanoTime() - begin) / 1e9));
            } else {
                Files.writeString(files.failed(), "");
                log.accept("Made none; see " + training.log());
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** What is kept for one JDK and class path. */
    private record ArchiveFiles(Path directory, String name) {

        Path archive() {
            return directory.resolve(name + ".jsa");
        }

        Path seen() {
            return directory.resolve(name + ".seen");
        }

        Path failed() {
            return directory.resolve(name + ".failed");
        }

        private Path checksum() {
            return directory.resolve(name + ".crc");
        }

        boolean intact() throws IOException {
            return Checksum.matches(archive(), checksum());
        }

        /** The archives of two builds at the same time differ; each build replaces both files, the last one wins. */
        void keep(Path unfinished) throws IOException {
            Path checksum = directory.resolve(unfinished.getFileName() + ".crc");
            Checksum.write(unfinished, checksum);
            AtomicFile.move(unfinished, archive());
            AtomicFile.move(checksum, checksum());
        }
    }
}
