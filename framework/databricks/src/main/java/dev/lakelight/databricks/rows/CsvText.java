package dev.lakelight.databricks.rows;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values as lakes do: RFC 4180 in UTF-8 with a header line, whose cells are names or all {@code name:TYPE}. An
 * empty value without quotes is NULL, {@code ""} is the empty text.
 */
final class CsvText {

    private static final int MOST_COLUMNS = 10_000;
    private static final int ANY_LENGTH = -1;

    private CsvText() {}

    static TextRows read(Path file, String name) {
        CsvParser parser = new CsvParser(settings());

        try {
            List<String[]> records = parser.parseAll(new StringReader(text(file)));
            return rows(records, name);
        } catch (TextParsingException e) {
            throw new UserError(
                    "%s:%d: a quote is not closed. A quote inside a quoted value is written twice."
                            .formatted(name, e.getLineIndex() + 1),
                    e);
        } catch (IOException e) {
            throw new UserError("%s cannot be read: %s.".formatted(name, e.getMessage()), e);
        }
    }

    private static String text(Path file) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static TextRows rows(List<String[]> records, String name) {
        if (records.isEmpty()) {
            throw new UserError("%s cannot be read: it has no header line.".formatted(name));
        }

        CsvHeader header = CsvHeader.of(records.get(0));
        List<List<@Nullable String>> rows = new ArrayList<>();

        for (String[] record : records.subList(1, records.size())) {
            if (record.length != header.names().size()) {
                throw new UserError("%s: row %d has %d values for %d columns."
                        .formatted(
                                name,
                                rows.size() + 1,
                                record.length,
                                header.names().size()));
            }

            rows.add(Arrays.asList(record));
        }

        return new TextRows(header.names(), header.types(), rows);
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setNullValue(null);
        settings.setEmptyValue("");
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setMaxCharsPerColumn(ANY_LENGTH);
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setCommentProcessingEnabled(false);
        settings.setReadInputOnSeparateThread(false);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        return settings;
    }
}
