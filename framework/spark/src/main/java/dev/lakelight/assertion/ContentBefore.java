package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.Mismatch;
import dev.lakelight.compare.TableComparator;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What all tables of a lake held at a time, to tell whether something changed it. Commits that leave the rows alone do not count. */
public final class ContentBefore {

    private final LakeImage image;

    private ContentBefore(LakeImage image) {
        this.image = image;
    }

    /** Remember what the tables of a lake hold now. */
    public static ContentBefore of(Lake lake) {
        return new ContentBefore(LakeImage.of(lake));
    }

    /**
     * Verify that the tables of the lake hold the same: the same tables with the same schemas and rows.
     *
     * <pre>{@code
     * ContentBefore before = ContentBefore.of(lake);
     * lake.sql("MERGE INTO a USING a AS b ON a.id = b.id WHEN MATCHED THEN UPDATE SET *");
     *
     * // passes: each row was replaced by itself
     * before.verifyUnchanged("the merge");
     *
     * lake.sql("INSERT INTO a SELECT * FROM a");
     *
     * // fails and shows the rows that are new
     * before.verifyUnchanged("the insert");
     * }</pre>
     *
     * @param work what was done since then, as the message is to call it
     * @throws AssertionError when something changed; a {@link TableDifferenceError} when it was one table
     */
    public void verifyUnchanged(String work) {
        List<AssertionError> changes = new ArrayList<>();
        Map<String, String> now = image.tablesNow();
        TreeSet<String> names = new TreeSet<>(image.tables());
        names.addAll(now.keySet());
        names.forEach(name -> change(name, now.get(name)).ifPresent(changes::add));

        if (!changes.isEmpty()) {
            throw error("%s is not idempotent: it was run again on its own result.".formatted(work), changes);
        }
    }

    private Optional<AssertionError> change(String name, @Nullable String inStatements) {
        if (!image.tables().contains(name)) {
            return Optional.of(new AssertionError("The table %s is there after the second run only.".formatted(name)));
        }

        if (inStatements == null) {
            return Optional.of(new AssertionError("The table %s is there after the first run only.".formatted(name)));
        }

        ComparedTable now = ComparedTable.of(name, image.lake().sql("SELECT * FROM " + inStatements));
        ComparedTable before = ComparedTable.of("its content after the first run", image.dataset(name));
        return TableComparator.exact().compare(now, before).map(mismatch -> difference(inStatements, mismatch));
    }

    private AssertionError difference(String table, Mismatch mismatch) {
        Mismatch explained = image.lake()
                .table(table)
                .lastWrite()
                .map(mismatch::lastWrittenBy)
                .orElse(mismatch);
        return new TableDifferenceError(explained.text(), explained.difference());
    }

    private static AssertionError error(String sentence, List<AssertionError> changes) {
        if (changes.size() == 1 && changes.get(0) instanceof TableDifferenceError only) {
            return new TableDifferenceError(sentence + "\n\n" + only.getMessage(), only.difference());
        }

        StringBuilder text = new StringBuilder(sentence);
        changes.forEach(change -> text.append("\n\n").append(change.getMessage()));
        AssertionError error = new AssertionError(text.toString());
        changes.forEach(error::addSuppressed);
        return error;
    }
}
