package dev.lakelight.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the blocks of a SQL script, whose statements end with semicolons of their own. {@code IF}, {@code WHILE} and the like
 * open a block only where a statement may begin; elsewhere they are functions and clauses.
 */
final class ScriptBlocks {

    private static final Set<String> COMPOUND_STATEMENTS = Set.of("BEGIN", "IF", "WHILE", "LOOP", "REPEAT", "FOR");
    private static final Set<String> PARTS_OF_BLOCKS = Set.of("END", "CASE", "WHEN", "ELSE", "ELSEIF", "UNTIL");
    private static final Set<String> NO_SCRIPT_AFTER_BEGIN = Set.of("TRANSACTION", "WORK");

    private final List<Token> tokens;
    private final Deque<Block> open = new ArrayDeque<>();
    private boolean statementMayBegin = true;
    private final HandlerConditions handler = new HandlerConditions();
    private boolean labelMayEnd;
    private boolean procedure;
    private String justClosed = "";

    /** Follow the tokens from the first one of a statement on. */
    ScriptBlocks(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** Return whether the next token may begin a statement of a block. */
    boolean statementMayBegin() {
        return isOpen() && statementMayBegin;
    }

    /** Return whether a token, where a statement may begin, belongs to a block instead of a simple statement. */
    static boolean isOfBlocks(Token token) {
        return COMPOUND_STATEMENTS.contains(token.keyword()) || PARTS_OF_BLOCKS.contains(token.keyword());
    }

    /** Return the token that opened the innermost open block. */
    Optional<Token> innermost() {
        return Optional.ofNullable(open.peek()).map(block -> block.opener);
    }

    void accept(int index) {
        if (open.isEmpty()) {
            acceptOutside(index);
        } else {
            acceptInside(index);
        }
    }

    private void acceptOutside(int index) {
        String keyword = keywordAt(index);
        procedure |= keyword.equals("PROCEDURE") && keywordAt(0).equals("CREATE");

        if (keyword.equals("BEGIN") && (index == 0 || procedure || isLabelBefore(index)) && beginsScript(index)) {
            open(index, false);
        }
    }

    private boolean isLabelBefore(int index) {
        return index == 2 && tokens.get(0).isName() && tokens.get(1).isSymbol(':');
    }

    private boolean beginsScript(int index) {
        boolean last = index + 1 == tokens.size() || tokens.get(index + 1).isSymbol(';');
        return !last && !NO_SCRIPT_AFTER_BEGIN.contains(keywordAt(index + 1));
    }

    private void acceptInside(int index) {
        if (handler.isOpen()) {
            statementMayBegin = !handler.accept(tokens.get(index));

            if (handler.isOpen()) {
                return;
            }
        }

        String keyword = keywordAt(index);
        boolean namesTheClosedBlock = keyword.equals(justClosed);
        justClosed = "";

        if (namesTheClosedBlock && !keyword.isEmpty()) {
            statementMayBegin = false;
        } else if (keyword.equals("END") && closes()) {
            close();
        } else if (keyword.equals("CASE")) {
            open(index, !statementMayBegin);
        } else if (opensStatementBlock(keyword)) {
            open(index, false);
        } else {
            passOver(index, keyword);
        }
    }

    private boolean opensStatementBlock(String keyword) {
        return statementMayBegin && COMPOUND_STATEMENTS.contains(keyword);
    }

    private void open(int index, boolean expression) {
        Block block = new Block(tokens.get(index), expression);
        open.push(block);
        statementMayBegin = Set.of("BEGIN", "LOOP", "REPEAT").contains(block.keyword());
    }

    private boolean closes() {
        Block block = open.getFirst();
        return block.expression || block.untilSeen || statementMayBegin;
    }

    private void close() {
        justClosed = open.pop().keyword();
        statementMayBegin = false;
    }

    private void passOver(int index, String keyword) {
        Block block = open.getFirst();
        boolean behindLabel = labelMayEnd && tokens.get(index).isSymbol(':');
        labelMayEnd = statementMayBegin && tokens.get(index).isName();
        block.untilSeen |= statementMayBegin && keyword.equals("UNTIL");

        if (keyword.equals("HANDLER") && isHandler(index)) {
            handler.begin();
        }

        boolean ended = tokens.get(index).isSymbol(';');
        statementMayBegin = ended || behindLabel || (!block.expression && leadsToStatement(keyword));
    }

    private boolean leadsToStatement(String keyword) {
        return switch (keyword) {
            case "THEN", "ELSE", "DO" -> true;
            case "NOT", "ATOMIC" -> statementMayBegin;
            default -> false;
        };
    }

    private boolean isHandler(int index) {
        String kind = keywordAt(index - 1);
        return (kind.equals("EXIT") || kind.equals("CONTINUE"))
                && keywordAt(index - 2).equals("DECLARE");
    }

    private String keywordAt(int index) {
        boolean qualified = index > 0 && tokens.get(index - 1).isSymbol('.');
        return qualified ? "" : tokens.get(index).keyword();
    }

    private static final class Block {

        private final Token opener;
        private final boolean expression;
        private boolean untilSeen;

        Block(Token opener, boolean expression) {
            this.opener = opener;
            this.expression = expression;
        }

        String keyword() {
            return opener.keyword();
        }
    }
}
