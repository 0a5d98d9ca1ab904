package dev.lakelight.assertion;

import java.util.regex.Pattern;

/** What Spark says of a mistake, for sentences of ours. */
final class SparkText {

    /** Plans and places in the query come behind such a line. */
    private static final Pattern LAST_LINE = Pattern.compile("SQLSTATE: |[.:;]\\s*$");

    private SparkText() {}

    /** Return the first paragraph of a message without its codes, with a full stop. */
    static String sentence(Throwable error) {
        StringBuilder text = new StringBuilder();

        for (String line : String.valueOf(error.getMessage()).strip().lines().toList()) {
            text.append(text.isEmpty() ? "" : " ").append(line.strip());

            if (line.isBlank() || LAST_LINE.matcher(line).find()) {
                break;
            }
        }

        String plain = text.toString()
                .replaceFirst("^\\[[A-Z_.0-9]+] ", "")
                .replaceFirst("\\.? SQLSTATE: .*$", "")
                .strip();
        return plain.endsWith(".") ? plain : plain + ".";
    }
}
