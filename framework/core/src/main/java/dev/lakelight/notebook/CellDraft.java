package dev.lakelight.notebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cell to be written. */
record CellDraft(String language, @Nullable String title, String text) {

    /** Fail unless these cells and no others have been read back. */
    static void requireKept(List<CellDraft> drafts, List<Cell> cells) {
        for (int i = 0; i < drafts.size(); i++) {
            if (cells.size() != drafts.size() || !drafts.get(i).isKeptBy(cells.get(i))) {
                throw notWritable(i + 1);
            }
        }
    }

    static IllegalArgumentException notWritable(int cell) {
        return new IllegalArgumentException(
                "Cell %d cannot be written in this format: its title or a line of its text would be read as another"
                                .formatted(cell)
                        + " part of the notebook");
    }

    static CellDraft of(Cell cell) {
        return new CellDraft(cell.language(), cell.title().orElse(null), cell.text());
    }

    CellDraft withText(String next) {
        return new CellDraft(language, title, next);
    }

    private boolean isKeptBy(Cell cell) {
        return cell.language().equals(language)
                && cell.title().equals(Optional.ofNullable(title))
                && cell.text().equals(text);
    }
}
