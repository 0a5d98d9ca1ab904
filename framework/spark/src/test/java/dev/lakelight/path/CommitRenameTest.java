package dev.lakelight.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.AbstractFileSystem;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of several that commit the same version of a Delta table, one has done so and all others know that they have not. */
class CommitRenameTest {

    private static final int WRITERS = 4;
    private static final int VERSIONS = 200;

    @TempDir
    Path folder;

    @Test
    void letsOneCommitOnly() throws Exception {
        Path log = Files.createDirectories(folder.resolve("_delta_log"));
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        List<Future<Integer>> won = new ArrayList<>();

        try {
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                won.add(threads.submit(() -> commit(log, writer, together)));
            }

            int all = 0;
            for (Future<Integer> each : won) {
                all += each.get(2, TimeUnit.MINUTES);
            }

            assertThat(all).isEqualTo(VERSIONS);
            assertThat(log).isDirectoryNotContaining("glob:**.tmp");
        } finally {
            threads.shutdownNow();
        }
    }

    private static int commit(Path log, int writer, CyclicBarrier together) throws Exception {
        AbstractFileSystem files = new QuickLocalFs(URI.create("file:///"), new Configuration(false));
        int won = 0;

        for (int version = 0; version < VERSIONS; version++) {
            Path written = Files.writeString(log.resolve("%d-%d.tmp".formatted(version, writer)), "by " + writer);
            together.await(1, TimeUnit.MINUTES);

            try {
                files.renameInternal(hadoop(written), hadoop(log.resolve(version + ".json")));
                won++;
            } catch (FileAlreadyExistsException e) {
                Files.delete(written);
            }
        }

        return won;
    }

    private static org.apache.hadoop.fs.Path hadoop(Path file) {
        return new org.apache.hadoop.fs.Path(file.toUri());
    }
}
