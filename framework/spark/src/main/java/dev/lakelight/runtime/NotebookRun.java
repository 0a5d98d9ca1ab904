package dev.lakelight.runtime;

import dev.lakelight.problem.SecretFree;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.ModuleRun.Outcome;
import dev.lakelight.result.Warning;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A notebook or Java module that has run, whether it succeeded or not. */
public final class NotebookRun {

    private final ModuleRun record;
    private final @Nullable String exitValue;
    private final @Nullable Throwable failure;
    private final SparkSession session;
    private final List<String> unreadParameters;

    NotebookRun(ModuleRun record, @Nullable Throwable failure, SparkSession session, List<String> unreadParameters) {
        this.record = Redacted.of(record);
        this.exitValue = record.exitValue();
        this.failure = failure == null ? null : secretFree(failure);
        this.session = session;
        this.unreadParameters = List.copyOf(unreadParameters);
    }

    private static Throwable secretFree(Throwable failure) {
        return failure instanceof CellFailedException cell ? cell.secretFree() : SecretFree.of(failure);
    }

    /** Return whether it ran to its end, or to its call of {@code dbutils.notebook.exit}. */
    public boolean succeeded() {
        return record.outcome() == Outcome.SUCCEEDED;
    }

    /** Return what it handed to {@code dbutils.notebook.exit}. */
    public Optional<String> exitValue() {
        return Optional.ofNullable(exitValue);
    }

    /**
     * Return what it failed with. For a notebook mostly a {@link CellFailedException}, whose cause was thrown in the cell, or a
     * {@link dev.lakelight.problem.UserError}; for a Java module what its main threw. An exception whose text holds a secret is
     * replaced by one that prints the same without it.
     */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Return what is known of the run, cell by cell, for reports: without the secrets that it has read. */
    public ModuleRun record() {
        return record;
    }

    /** Return what it was warned of: statements that were recorded and have no effect here, such as {@code GRANT}. */
    public List<Warning> warnings() {
        return record.warnings();
    }

    /** Return the session of the run, which has its temporary views and settings. */
    public SparkSession session() {
        return session;
    }

    /** Return the parameters that it was given and that nothing has read: perhaps their names are misspelled. */
    public List<String> unreadParameters() {
        return unreadParameters;
    }

    @Override
    public String toString() {
        return "%s %s".formatted(record.module(), record.outcome());
    }
}
