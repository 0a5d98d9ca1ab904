package dev.lakelight.assertion;

import dev.lakelight.delta.LogCommit;
import dev.lakelight.delta.StoredFile;
import dev.lakelight.delta.TableState;
import dev.lakelight.difference.Counted;
import java.util.List;

/** What assertions about files say when they fail. */
final class FileMessages {

    private FileMessages() {}

    static String otherCount(String table, long expected, List<StoredFile> found) {
        return "%s has %s, but %s%s"
                .formatted(table, Counted.of(found.size(), "file"), Counted.wereExpected(expected), files(found));
    }

    static String otherBytes(String table, long least, long most, TableState found) {
        return "the files of %s have %s together, but %d to %d were expected%s"
                .formatted(table, Counted.of(found.bytes(), "byte"), least, most, files(found.files()));
    }

    static String small(String table, long bytes, List<StoredFile> small) {
        return "%s has %s of fewer than %s; OPTIMIZE %s, or write with fewer partitions%s"
                .formatted(table, Counted.of(small.size(), "file"), Counted.of(bytes, "byte"), table, files(small));
    }

    static String without(String table, String what, List<StoredFile> others) {
        return "all files of %s were expected to have %s, but %s not%s"
                .formatted(table, what, others.size() == 1 ? "1 does" : others.size() + " do", files(others));
    }

    static String noDeletionVector(String table, List<StoredFile> found) {
        return "no file of %s has a deletion vector, but at least 1 was expected; is its property delta.enableDeletionVectors true?%s"
                .formatted(table, files(found));
    }

    static String rewritten(String table, List<LogCommit> rewriting) {
        return "files of %s were rewritten after seeding, but were expected to stay%s"
                .formatted(
                        table,
                        Counted.lines(rewriting.stream()
                                .map(commit -> "version %d: %s removed %s"
                                        .formatted(
                                                commit.version(),
                                                commit.operation(),
                                                Counted.of(commit.gone().size(), "file")))
                                .toList()));
    }

    private static String files(List<StoredFile> files) {
        return Counted.lines(files.stream().map(FileMessages::file).toList());
    }

    private static String file(StoredFile file) {
        String rows = file.rows() == null ? "without statistics" : Counted.of(file.rows(), "row");
        String hidden = file.hasDeletionVector() ? ", %d of them deleted".formatted(file.deletedRows()) : "";
        return "%s: %s, %s%s".formatted(file.path(), Counted.of(file.bytes(), "byte"), rows, hidden);
    }
}
