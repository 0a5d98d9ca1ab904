package dev.lakelight.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.util.Codec;

/**
 * Makes the files of a table its own after a shallow clone, whose actions name those of its source by absolute paths. Deletion
 * vectors are copied as well; see "Deletion Vectors" in the Delta protocol for how they are named.
 */
final class ClonedFiles {

    private static final String ABSOLUTE = "p";
    private static final String RELATIVE = "u";

    private final DeltaFolder table;
    private long number;
    private long size;

    private ClonedFiles(DeltaFolder table) {
        this.table = table;
    }

    /**
     * Copy the files that the actions of a shallow clone add into a table's folder, and make the actions name the copies.
     */
    static ClonedFiles into(DeltaFolder table, List<ObjectNode> actions) {
        ClonedFiles files = new ClonedFiles(table);
        actions.forEach(files::bring);
        return files;
    }

    /** Copy the files of a table whose last commit is a shallow clone. */
    static ClonedFiles into(DeltaFolder table) {
        long version = table.version();
        List<ObjectNode> actions = table.actions(version);
        ClonedFiles files = into(table, actions);
        table.replace(version, actions);
        return files;
    }

    long number() {
        return number;
    }

    long size() {
        return size;
    }

    private void bring(ObjectNode action) {
        if (action.get("add") instanceof ObjectNode add) {
            Path source = new Path(URI.create(add.get("path").asText()));
            String name = "%s-%s".formatted(UUID.randomUUID(), source.getName());
            copy(source, new Path(table.path(), name));
            add.put("path", new Path(name).toUri().getRawPath());
            number++;
            size += add.get("size").asLong();
            bringDeletions(add);
        }
    }

    private void bringDeletions(ObjectNode add) {
        if (add.get("deletionVector") instanceof ObjectNode vector
                && vector.get("storageType").asText().equals(ABSOLUTE)) {
            UUID id = UUID.randomUUID();
            Path source = new Path(URI.create(vector.get("pathOrInlineDv").asText()));
            copy(source, new Path(table.path(), "deletion_vector_%s.bin".formatted(id)));
            vector.put("storageType", RELATIVE);
            vector.put("pathOrInlineDv", Codec.Base85Codec$.MODULE$.encodeUUID(id));
        }
    }

    private void copy(Path source, Path target) {
        try {
            FileUtil.copy(
                    source.getFileSystem(table.configuration()),
                    source,
                    table.fileSystem(),
                    target,
                    false,
                    table.configuration());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy %s to %s".formatted(source, target), e);
        }
    }
}
