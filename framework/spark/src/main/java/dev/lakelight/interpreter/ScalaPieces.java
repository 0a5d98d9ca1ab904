package dev.lakelight.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.internal.Trees;

/**
 * Divides code so that classes stand in pieces of their own, with the definitions next to them. Spark makes encoders for a class only
 * when its piece has run to its end. And an executor that makes an object of the class runs its piece anew, which must do nothing
 * else.
 */
final class ScalaPieces {

    private final String code;
    private final List<Trees.Tree> statements;
    private final List<String> pieces = new ArrayList<>();
    private int begin;

    private ScalaPieces(String code, List<Trees.Tree> statements) {
        this.code = code;
        this.statements = statements;
    }

    /** Divide code into pieces that have their lines and columns as before. */
    static List<String> of(String code, scala.collection.immutable.List<Trees.Tree> statements) {
        return new ScalaPieces(code, CollectionConverters.asJava(statements)).divide();
    }

    private List<String> divide() {
        List<Integer> cuts = cuts();

        if (!separatesCompanions(cuts)) {
            cuts.forEach(this::cut);
        }

        cut(code.length());
        return pieces;
    }

    /** Return the offsets behind the last statement before a class, and behind the last definition after it. */
    private List<Integer> cuts() {
        List<Integer> cuts = new ArrayList<>();
        int next = 0;

        while (next < statements.size()) {
            int end = endOfRun(next);

            if (statements.subList(next, end).stream().anyMatch(Trees.ImplDef.class::isInstance)) {
                addCut(next, cuts);
                addCut(end, cuts);
            }

            next = end;
        }

        return cuts;
    }

    /** Return the index behind the statements of the same kind that begin at an index. */
    private int endOfRun(int first) {
        int end = first;

        while (end < statements.size() && isDefinition(statements.get(end)) == isDefinition(statements.get(first))) {
            end++;
        }

        return end;
    }

    private void addCut(int statement, List<Integer> cuts) {
        if (statement > 0 && statement < statements.size()) {
            cuts.add(endOf(statements.get(statement - 1), statements.get(statement)));
        }
    }

    /** The compiler knows no parentheses around an expression; the code up to the next line break may still belong to it. */
    private int endOf(Trees.Tree statement, Trees.Tree following) {
        int end = statement.pos().end();
        int lineBreak = code.indexOf('\n', end);
        return isDefinition(statement)
                        || lineBreak < 0
                        || lineBreak > following.pos().start()
                ? end
                : lineBreak;
    }

    private boolean separatesCompanions(List<Integer> cuts) {
        Map<String, Long> pieceOf = new HashMap<>();

        for (Trees.Tree statement : statements) {
            if (statement instanceof Trees.ImplDef type) {
                int offset = type.pos().start();
                long piece = cuts.stream().filter(cut -> cut <= offset).count();
                Long other = pieceOf.putIfAbsent(type.name().toString(), piece);

                if (other != null && other != piece) {
                    return true;
                }
            }
        }

        return false;
    }

    private void cut(int end) {
        pieces.add(code.substring(0, begin).replaceAll("[^\\r\\n]", " ") + code.substring(begin, end));
        begin = end;
    }

    private static boolean isDefinition(Trees.Tree statement) {
        return statement instanceof Trees.ImplDef
                || statement instanceof Trees.DefDef
                || statement instanceof Trees.TypeDef
                || statement instanceof Trees.Import;
    }
}
