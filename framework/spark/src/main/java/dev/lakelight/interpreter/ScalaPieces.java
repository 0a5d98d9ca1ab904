package dev.lakelight.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.internal.Trees;

/**
 * Divides code so that classes stand in pieces of their own. Spark makes encoders for a class only when its piece has run to its end. And
 * an executor that makes an object of the class runs its piece anew, which must do nothing else.
 */
final class ScalaPieces {

    private final String code;
    private final List<Trees.Tree> statements;
    private final List<Integer> ends;

    private ScalaPieces(String code, List<Trees.Tree> statements) {
        this.code = code;
        this.statements = statements;
        List<Integer> cuts = cuts();
        this.ends = separatesCompanions(cuts) ? new ArrayList<>() : cuts;
        ends.add(code.length());
    }

    static ScalaPieces of(String code, scala.collection.immutable.List<Trees.Tree> statements) {
        return new ScalaPieces(code, CollectionConverters.asJava(statements));
    }

    int size() {
        return ends.size();
    }

    /** Return the text of pieces, with its lines and columns as before. */
    String text(int first, int end) {
        int begin = first == 0 ? 0 : ends.get(first - 1);
        return code.substring(0, begin).replaceAll("[^\\r\\n]", " ") + code.substring(begin, ends.get(end - 1));
    }

    /** Return the offsets behind the last statement before a class, and behind the last class after it. */
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

        while (end < statements.size() && isDeclaration(statements.get(end)) == isDeclaration(statements.get(first))) {
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
        return isDeclaration(statement)
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

    private static boolean isDeclaration(Trees.Tree statement) {
        return statement instanceof Trees.ImplDef
                || statement instanceof Trees.TypeDef
                || statement instanceof Trees.Import;
    }
}
