package dev.lakelight.table;

import dev.lakelight.problem.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values as RFC 4180 has them, in UTF-8, with a header line. An empty value without quotes is NULL,
 * {@code ""} is the empty text; nothing is trimmed. Empty lines are left out.
 */
final class CsvFile implements RowSource {

    private final DataFile file;

    CsvFile(DataFile file) {
        this.file = file;
    }

    @Override
    public Header header() {
        try (CsvRecords records = CsvRecords.open(file)) {
            return header(records.next());
        }
    }

    @Override
    public void readInto(RowTyping typing) {
        try (CsvRecords records = CsvRecords.open(file)) {
            typing.columns(header(records.next()));

            for (WrittenRow row = records.next(); row != null; row = records.next()) {
                typing.row(row);
            }
        }
    }

    private Header header(@Nullable WrittenRow record) {
        if (record == null) {
            throw new UserError("%s cannot be read: it has no header line.".formatted(file.name()), file.at(1));
        }

        List<String> cells = record.values().stream()
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
        return Header.of(record.place(), cells);
    }
}
