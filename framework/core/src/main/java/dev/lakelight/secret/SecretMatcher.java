package dev.lakelight.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Finds values in one pass over a text: which of them can begin at a place is looked up by the two characters there. Cells print
 * megabytes, and there may be many values.
 */
final class SecretMatcher {

    /** A power of two. */
    private static final int BUCKETS = 1 << 12;

    private final List<List<String>> byBeginning = new ArrayList<>(Collections.nCopies(BUCKETS, List.of()));
    /** Asked at every character. */
    private final boolean[] begins = new boolean[BUCKETS];

    private final boolean empty;

    /** Match the values that are long enough, in all their forms. */
    SecretMatcher(Collection<String> values) {
        List<String> forms = values.stream()
                .filter(value -> value.length() >= KnownSecrets.SHORTEST)
                .flatMap(value -> SecretForms.of(value).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        forms.forEach(this::add);
        empty = forms.isEmpty();
    }

    private void add(String form) {
        int bucket = bucket(form, 0);
        List<String> all = new ArrayList<>(byBeginning.get(bucket));
        all.add(form);
        byBeginning.set(bucket, all);
        begins[bucket] = true;
    }

    private static int bucket(String text, int index) {
        return (text.charAt(index) * 31 + text.charAt(index + 1)) & (BUCKETS - 1);
    }

    boolean isEmpty() {
        return empty;
    }

    /** Replace each value. Of values that overlap nothing is left. */
    String redact(String text) {
        if (empty) {
            return text;
        }

        StringBuilder redacted = new StringBuilder();
        int copied = 0;
        int start = next(text, 0);

        while (start >= 0) {
            int end = endOfOverlapping(text, start);
            redacted.append(text, copied, start).append(KnownSecrets.REDACTED);
            copied = end;
            start = next(text, end);
        }

        return copied == 0 ? text : redacted.append(text, copied, text.length()).toString();
    }

    private int next(String text, int from) {
        for (int i = from; i < text.length() - 1; i++) {
            if (lengthAt(text, i) > 0) {
                return i;
            }
        }

        return -1;
    }

    private int endOfOverlapping(String text, int start) {
        int end = start + lengthAt(text, start);

        for (int i = start + 1; i < end && i < text.length() - 1; i++) {
            end = Math.max(end, i + lengthAt(text, i));
        }

        return end;
    }

    /** Return the length of the longest value at a place, or 0. */
    private int lengthAt(String text, int index) {
        int bucket = bucket(text, index);

        if (!begins[bucket]) {
            return 0;
        }

        for (String form : byBeginning.get(bucket)) {
            if (text.startsWith(form, index)) {
                return form.length();
            }
        }

        return 0;
    }
}
