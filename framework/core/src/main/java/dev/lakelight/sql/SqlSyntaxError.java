package dev.lakelight.sql;

import dev.lakelight.problem.UserError;

/**
 * SQL text that cannot be taken apart into statements, or a statement that cannot be run here. The position counts within the text
 * that was given; whoever knows the file maps it and builds a message from {@link #problem()} and {@link #advice()}.
 */
public final class SqlSyntaxError extends UserError {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final String advice;
    private final int line;
    private final int column;

    private SqlSyntaxError(String problem, String advice, int[] position) {
        super("%s at line %d, column %d. %s".formatted(problem, position[0], position[1], advice));
        this.problem = problem;
        this.advice = advice;
        this.line = position[0];
        this.column = position[1];
    }

    static SqlSyntaxError at(String problem, String advice, TextLines lines, int offset) {
        return new SqlSyntaxError(problem, advice, positionOf(lines, offset));
    }

    static SqlSyntaxError unclosed(Opening opening, TextLines lines, int offset) {
        return new SqlSyntaxError(opening.problem(), opening.advice(), positionOf(lines, offset));
    }

    static SqlSyntaxError malformedWidget(String found, TextLines lines, int offset) {
        return new SqlSyntaxError(
                "A widget statement is not complete: found " + found,
                "Write CREATE WIDGET TEXT|DROPDOWN|COMBOBOX|MULTISELECT name DEFAULT 'value' [CHOICES query],"
                        + " or REMOVE WIDGET name.",
                positionOf(lines, offset));
    }

    private static int[] positionOf(TextLines lines, int offset) {
        return new int[] {lines.line(offset), lines.column(offset)};
    }

    /** Return the same error, of a statement, in the text which that was cut from. */
    public SqlSyntaxError in(SqlStatement statement) {
        int[] position = {statement.line() + line - 1, line == 1 ? statement.column() + column - 1 : column};
        return new SqlSyntaxError(problem, advice, position);
    }

    /** Return what is wrong, without place; no final stop. */
    public String problem() {
        return problem;
    }

    /** Return what to do about it, a sentence or more. */
    public String advice() {
        return advice;
    }

    /** Return the 1-based line within the text. */
    public int line() {
        return line;
    }

    /** Return the 1-based column within the line, in UTF-16 units. */
    public int column() {
        return column;
    }

    /** Something that was opened and has to be closed. */
    record Opening(String what, String opener, String closer) {

        static Opening string(String opener) {
            return new Opening("string", opener, opener.substring(opener.length() - 1));
        }

        static Opening quotedName() {
            return new Opening("quoted name", "`", "`");
        }

        static Opening comment() {
            return new Opening("comment", "/*", "*/");
        }

        static Opening dollarString(String tag) {
            return new Opening("string", tag, tag);
        }

        static Opening block(String keyword) {
            return new Opening("block", keyword, keyword.equals("BEGIN") ? "END" : "END " + keyword);
        }

        String problem() {
            return "A %s is opened with %s and never closed".formatted(what, opener);
        }

        String advice() {
            if (what.equals("block")) {
                return "Add the closing %s.".formatted(closer);
            }

            return "Add the closing %s, or look for one that is missing before it.".formatted(closer);
        }
    }
}
