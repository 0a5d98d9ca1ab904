package dev.lakelight.lake;

import dev.lakelight.lake.TableChange.Kind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.jspecify.annotations.Nullable;

/** Compares the tables of a lake with what they were at its start. */
final class LakeChanges {

    private final TableStates states;
    private final Map<TableIdentifier, Baseline> before;
    private final Map<TableIdentifier, Baseline> now;

    LakeChanges(Lake lake) {
        this.states = new TableStates(lake);
        this.before = lake.seeds().baselines();
        this.now = states.now();
    }

    /** Return the changes, sorted by name. */
    List<TableChange> all() {
        Set<TableIdentifier> tables = new HashSet<>(before.keySet());
        tables.addAll(now.keySet());
        return tables.stream()
                .flatMap(table -> change(table).stream())
                .sorted(Comparator.comparing(TableChange::table))
                .toList();
    }

    private Optional<TableChange> change(TableIdentifier table) {
        Baseline then = before.get(table);
        Baseline found = now.get(table);

        if (then == null) {
            return Optional.of(change(table, Kind.CREATED, "was created" + version(found)));
        }

        if (found == null) {
            return Optional.of(change(table, Kind.DROPPED, "was dropped"));
        }

        return then.equals(found) ? Optional.empty() : Optional.of(changed(table, then, found));
    }

    private TableChange changed(TableIdentifier table, Baseline then, Baseline found) {
        if (!then.isDelta() && !found.isDelta()) {
            return change(table, Kind.CHANGED, "changed");
        }

        return then.table().equals(found.table())
                ? change(table, Kind.CHANGED, "changed%s, was %d".formatted(version(found), then.version()))
                : change(table, Kind.REPLACED, "was dropped and made anew" + version(found));
    }

    private TableChange change(TableIdentifier table, Kind kind, String text) {
        return new TableChange(states.shown(table), kind, text);
    }

    private static String version(@Nullable Baseline table) {
        return table == null || !table.isDelta() ? "" : ": version " + table.version();
    }
}
