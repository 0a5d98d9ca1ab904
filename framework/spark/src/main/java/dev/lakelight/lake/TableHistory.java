package dev.lakelight.lake;

import dev.lakelight.delta.LogCommit;
import dev.lakelight.delta.TableLog;
import dev.lakelight.result.LastWrite;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What happened to a Delta table of a lake.
 *
 * @param lake that it is in
 * @param log of the table
 * @param seeded where its history stood when it was last seeded; nothing when it was not
 */
record TableHistory(Lake lake, TableLog log, Optional<Baseline> seeded) {

    /** Return the version that it had when it was last seeded; nothing when that was another table of the same name. */
    OptionalLong seededVersion() {
        return seeded.filter(baseline -> baseline.table().equals(log.id()))
                .map(baseline -> OptionalLong.of(baseline.version()))
                .orElse(OptionalLong.empty());
    }

    /** Return the commits since then, in order; all of them when it was not seeded. */
    List<DeltaCommit> commits() {
        long before = seededVersion().orElse(-1L);
        return log.commits(before + 1, log.version().orElse(before)).stream()
                .map(commit -> new DeltaCommit(commit.version(), commit.operation(), commit.metrics()))
                .toList();
    }

    /** Return what ran in the lake and made the latest commit. */
    Optional<LastWrite> lastWrite() {
        OptionalLong version = log.version();
        return version.isEmpty() ? Optional.empty() : writer(log.commit(version.getAsLong()));
    }

    private Optional<LastWrite> writer(LogCommit commit) {
        return lake.activity().at(commit.timestamp()).map(work -> work.committed(commit.operation()));
    }
}
