package dev.lakelight.cluster;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Who holds the running cluster. Not thread-safe: the registry guards it. */
final class Leases {

    private final Set<Lease> taken = new LinkedHashSet<>();
    private long changes;

    Lease take(String holder) {
        changes++;
        Lease lease = new Lease(holder);
        taken.add(lease);
        return lease;
    }

    void giveBack(Lease lease) {
        changes++;
        taken.remove(lease);
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    /** Return a number that differs after each take and return. */
    long changes() {
        return changes;
    }

    String holders() {
        return taken.stream()
                .map(lease -> "thread '" + lease.holder + "'")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** One holder; compared by identity. */
    static final class Lease {

        private final String holder;

        private Lease(String holder) {
            this.holder = holder;
        }
    }
}
