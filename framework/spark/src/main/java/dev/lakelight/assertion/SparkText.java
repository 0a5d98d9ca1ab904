package dev.lakelight.assertion;

/** What Spark says of a mistake, for sentences of ours. */
final class SparkText {

    private SparkText() {}

    /** Return the first line of a message without its codes, with a full stop. */
    static String sentence(Throwable error) {
        String line = String.valueOf(error.getMessage()).strip().split("\\R", 2)[0];
        String plain = line.replaceFirst("^\\[[A-Z_.0-9]+] ", "").replaceFirst("\\.? SQLSTATE: .*$", "");
        return plain.endsWith(".") ? plain : plain + ".";
    }
}
