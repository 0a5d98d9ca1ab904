package dev.lakelight.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * How rows stand in a file, where the format leaves a choice.
 *
 * @param hasTypes whether the header of a CSV file has types
 * @param isArray whether JSON objects are in an array
 */
record FileForm(boolean hasTypes, boolean isArray) {

    private static final FileForm USUAL = new FileForm(false, false);

    /** Return the form of a file; the usual one when it holds nothing that can be read. */
    static FileForm of(DataFile file) {
        try {
            boolean csv = file.format() == DataFile.Format.CSV;
            return csv
                    ? new FileForm(new CsvFile(file).header().schema().isPresent(), false)
                    : new FileForm(false, isArray(file));
        } catch (IOException | RuntimeException notRead) {
            return USUAL;
        }
    }

    private static boolean isArray(DataFile file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
            int first = reader.read();

            while (Character.isWhitespace(first)) {
                first = reader.read();
            }

            return first == '[';
        }
    }
}
