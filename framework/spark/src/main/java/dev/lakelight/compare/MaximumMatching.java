package dev.lakelight.compare;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntPredicate;

/**
 * Pairs things of one side with like ones of the other so that as many as possible have a partner: maximum bipartite matching by
 * augmenting paths, found breadth-first (Kuhn 1955). Likeness with a tolerance is no equivalence, so what pairs first may stand in
 * the way of others; an augmenting path moves it.
 */
final class MaximumMatching {

    static final int NOBODY = -1;

    private final int[] partnerOfRight;
    private final int[] partnerOfLeft;
    private final Likeness likeness;

    private MaximumMatching(int left, int right, Likeness likeness) {
        this.partnerOfLeft = nobody(left);
        this.partnerOfRight = nobody(right);
        this.likeness = likeness;
    }

    /** Return for each on the left its partner on the right, or {@link #NOBODY}. */
    static int[] of(int left, int right, Likeness likeness) {
        MaximumMatching matching = new MaximumMatching(left, right, likeness);

        for (int each = 0; each < left; each++) {
            matching.augment(each);
        }

        return matching.partnerOfLeft;
    }

    private void augment(int start) {
        int[] reachedFrom = nobody(partnerOfRight.length);
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.add(start);

        while (!waiting.isEmpty()) {
            int left = waiting.remove();
            int free = reach(left, reachedFrom, right -> partnerOfRight[right] == NOBODY, waiting);

            if (free != NOBODY) {
                pairAlong(free, reachedFrom);
                return;
            }
        }
    }

    /** Return a free one that is like {@code left}, or queue the partners of the others. */
    private int reach(int left, int[] reachedFrom, IntPredicate isFree, Deque<Integer> waiting) {
        for (int right = 0; right < reachedFrom.length; right++) {
            if (reachedFrom[right] == NOBODY && likeness.areAlike(left, right)) {
                reachedFrom[right] = left;

                if (isFree.test(right)) {
                    return right;
                }

                waiting.add(partnerOfRight[right]);
            }
        }

        return NOBODY;
    }

    private void pairAlong(int end, int[] reachedFrom) {
        for (int right = end; right != NOBODY; ) {
            int left = reachedFrom[right];
            int next = partnerOfLeft[left];
            partnerOfLeft[left] = right;
            partnerOfRight[right] = left;
            right = next;
        }
    }

    private static int[] nobody(int size) {
        int[] partners = new int[size];
        Arrays.fill(partners, NOBODY);
        return partners;
    }

    /** Whether one on the left may be the partner of one on the right. */
    @FunctionalInterface
    interface Likeness {
        boolean areAlike(int left, int right);
    }
}
