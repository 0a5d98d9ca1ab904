package dev.lakelight.interpreter;

import java.util.regex.Pattern;

/**
 * The names that Scala's interpreter gives to the classes of a piece of code: {@code $line12.$read$$iw$Item} for {@code Item}. Spark
 * knows them as well and treats such classes in its own way, so they stay as they are and are only kept out of texts.
 */
public final class ScalaNames {

    /** As in {@code scala.tools.nsc.interpreter.Naming}. */
    static final String LINE_PACKAGE = "$line";

    private static final String WRAPPERS =
            "\\$line\\d+[./]\\$(?:read|eval)(?:\\.INSTANCE|\\$)?+(?:\\$?\\$iw|\\.\\$iw)*+";
    private static final Pattern AROUND_A_NAME = Pattern.compile("(?:" + WRAPPERS + "[.$]|(?:\\$iw[.$])+)(?=\\w)");
    private static final Pattern ALONE = Pattern.compile(WRAPPERS);

    private static final Pattern MISSING_CLASS = Pattern.compile("ClassNotFoundException: \\$line\\d+\\.");

    private ScalaNames() {}

    /** Return whether the text of an exception says that a class of a piece was not found. */
    public static boolean isMissingClass(String text) {
        return MISSING_CLASS.matcher(text).find();
    }

    /** Return a text without the wrappers that are around the names of a piece's classes. */
    public static String clean(String text) {
        return ALONE.matcher(AROUND_A_NAME.matcher(text).replaceAll("")).replaceAll("cell");
    }

    /** Return whether a frame is the code of a piece itself, which is a constructor of its innermost wrapper. */
    public static boolean isBodyOfPiece(StackTraceElement frame) {
        return frame.getClassName().startsWith(LINE_PACKAGE)
                && frame.getClassName().endsWith("$iw")
                && frame.getMethodName().equals("<init>");
    }
}
