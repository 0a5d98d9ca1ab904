package dev.lakelight.table;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The records of a file with comma-separated values, each with the line that it begins in. */
final class CsvRecords implements AutoCloseable {

    private static final int MOST_COLUMNS = 10_000;
    private static final int BUFFER = 64 * 1024;
    private static final int ANY_LENGTH = -1;

    private final DataFile file;
    private final CsvText text;
    private final CsvParser parser = new CsvParser(settings());
    private long lastLine = 1;

    private CsvRecords(DataFile file, CsvText text) {
        this.file = file;
        this.text = text;
        this.parser.beginParsing(text);
    }

    static CsvRecords open(DataFile file) {
        try {
            return new CsvRecords(file, CsvText.open(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Return the next record, or null after the last one.
     *
     * @throws UserError when quotes do not pair or the file cannot be read
     */
    @Nullable
    WrittenRow next() {
        try {
            String[] values = parser.parseNext();

            if (values != null) {
                return row(values);
            }
        } catch (TextParsingException e) {
            throw badQuote(e.getLineIndex() + 1);
        } catch (IllegalStateException e) {
            throw unreadable(file, e);
        }

        if (text.isQuoteOpen()) {
            throw badQuote(lastLine);
        }

        return null;
    }

    @Override
    public void close() {
        parser.stopParsing();
    }

    /** The parser tells the line in which a record ends. */
    private WrittenRow row(String[] values) {
        long breaks = Arrays.stream(values)
                .filter(Objects::nonNull)
                .flatMapToInt(String::chars)
                .filter(character -> character == '\n')
                .count();
        lastLine = parser.getContext().currentLine() - breaks;
        return new WrittenRow(Place.of(file.at(lastLine)), Arrays.asList(values));
    }

    private UserError badQuote(long line) {
        return new UserError(
                "%s: a quote is not closed. A quote inside a quoted value is written twice.".formatted(file.at(line)),
                file.at(line));
    }

    private static UserError unreadable(DataFile file, Exception e) {
        String reason = isNotUtf8(e) ? "it is not UTF-8" : String.valueOf(e.getMessage());
        return new UserError("%s cannot be read: %s.".formatted(file.name(), reason), e);
    }

    private static boolean isNotUtf8(@Nullable Throwable e) {
        return e != null && (e instanceof CharacterCodingException || isNotUtf8(e.getCause()));
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setNullValue(null);
        settings.setEmptyValue("");
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setMaxCharsPerColumn(ANY_LENGTH);
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setInputBufferSize(BUFFER);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setCommentProcessingEnabled(false);
        settings.setReadInputOnSeparateThread(false);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        return settings;
    }
}
