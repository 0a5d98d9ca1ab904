package dev.lakelight.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant by a name that does not exist. */
public final class NearestName {

    private NearestName() {}

    /**
     * Return the accepted name that is most like the given one, or nothing when none is close: at most one edit for every
     * three characters, letter case aside. Swapped neighbours count as one edit (optimal string alignment distance).
     */
    public static Optional<String> to(String given, Collection<String> accepted) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, wanted.length() / 3);
        return accepted.stream()
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= allowed)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private static int distance(String left, String right) {
        int[][] edits = new int[left.length() + 1][right.length() + 1];

        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, new Pair(left, i, right, j));
            }
        }

        return edits[left.length()][right.length()];
    }

    private static int cheapest(int[][] edits, Pair pair) {
        int i = pair.leftEnd();
        int j = pair.rightEnd();
        int replaced = edits[i - 1][j - 1] + (pair.endsAlike() ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        return pair.endsSwapped() ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }

    private record Candidate(String name, int distance) {}

    /** The first characters of two words. */
    private record Pair(String left, int leftEnd, String right, int rightEnd) {

        boolean endsAlike() {
            return left.charAt(leftEnd - 1) == right.charAt(rightEnd - 1);
        }

        boolean endsSwapped() {
            return leftEnd > 1
                    && rightEnd > 1
                    && left.charAt(leftEnd - 1) == right.charAt(rightEnd - 2)
                    && left.charAt(leftEnd - 2) == right.charAt(rightEnd - 1);
        }
    }
}
