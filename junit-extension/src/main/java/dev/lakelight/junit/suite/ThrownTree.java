package dev.lakelight.junit.suite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opentest4j.MultipleFailuresError;

/** Something thrown with all that it carries: causes, suppressed exceptions, and the parts of multiple failures. */
final class ThrownTree {

    private final List<Throwable> members = new ArrayList<>();

    private ThrownTree() {}

    static ThrownTree of(Throwable thrown) {
        ThrownTree tree = new ThrownTree();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(thrown));

        while (!open.isEmpty()) {
            Throwable next = open.removeFirst();

            // Causes may lead back to where they came from.
            if (seen.add(next)) {
                tree.members.add(next);
                open.addAll(partsOf(next));
            }
        }

        return tree;
    }

    /** Return all members, the outermost first. */
    List<Throwable> members() {
        return List.copyOf(members);
    }

    /** Return all members of a type, the outermost first. */
    <T extends Throwable> List<T> all(Class<T> type) {
        return members.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<Throwable> partsOf(Throwable thrown) {
        List<Throwable> parts = new ArrayList<>();

        // AssertJ's soft assertions throw a subclass of this too.
        if (thrown instanceof MultipleFailuresError multiple) {
            parts.addAll(multiple.getFailures());
        }

        parts.add(thrown.getCause());
        parts.addAll(Arrays.asList(thrown.getSuppressed()));
        parts.removeIf(Objects::isNull);
        return parts;
    }
}
