package dev.lakelight.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a task does. Texts may hold dynamic value references until they are resolved. */
public sealed interface TaskAction {

    /** Return what job files call tasks of this kind. */
    default String kind() {
        return TaskKinds.of(this);
    }

    /** Return whether it runs something of the project, rather than waiting for other tasks. */
    default boolean runsModule() {
        return this instanceof Notebook || this instanceof Jar || this instanceof PythonFile || this instanceof SqlFile;
    }

    /** Return the same with every text resolved. */
    TaskAction resolve(UnaryOperator<String> references);

    /**
     * Runs a notebook.
     *
     * @param path relative to the project's base directory where it is a file of the project
     * @param parameters for its widgets
     */
    record Notebook(String path, Map<String, String> parameters) implements TaskAction {

        public Notebook {
            requireNonNull(path, "path");
            parameters = Texts.copy(parameters);
        }

        @Override
        public TaskAction resolve(UnaryOperator<String> references) {
            return new Notebook(references.apply(path), Texts.resolved(parameters, references));
        }
    }

    /**
     * Runs the main method of a class.
     *
     * @param mainClass with its package
     * @param arguments in order
     */
    record Jar(String mainClass, List<String> arguments) implements TaskAction {

        public Jar {
            requireNonNull(mainClass, "mainClass");
            arguments = List.copyOf(arguments);
        }

        @Override
        public TaskAction resolve(UnaryOperator<String> references) {
            return new Jar(references.apply(mainClass), Texts.resolved(arguments, references));
        }
    }

    /**
     * Runs a Python file.
     *
     * @param path as that of a notebook
     * @param arguments in order
     */
    record PythonFile(String path, List<String> arguments) implements TaskAction {

        public PythonFile {
            requireNonNull(path, "path");
            arguments = List.copyOf(arguments);
        }

        @Override
        public TaskAction resolve(UnaryOperator<String> references) {
            return new PythonFile(references.apply(path), Texts.resolved(arguments, references));
        }
    }

    /**
     * Runs the statements of a SQL file.
     *
     * @param path as that of a notebook
     * @param parameters for its markers
     */
    record SqlFile(String path, Map<String, String> parameters) implements TaskAction {

        public SqlFile {
            requireNonNull(path, "path");
            parameters = Texts.copy(parameters);
        }

        @Override
        public TaskAction resolve(UnaryOperator<String> references) {
            return new SqlFile(references.apply(path), Texts.resolved(parameters, references));
        }
    }

    /**
     * Runs another job and waits for it.
     *
     * @param jobId of the job
     * @param parameters for it
     */
    record RunJob(String jobId, Map<String, String> parameters) implements TaskAction {

        public RunJob {
            requireNonNull(jobId, "jobId");
            parameters = Texts.copy(parameters);
        }

        @Override
        public TaskAction resolve(UnaryOperator<String> references) {
            return new RunJob(references.apply(jobId), Texts.resolved(parameters, references));
        }
    }

    /**
     * Compares two texts; other tasks depend on the outcome.
     *
     * @param operator how
     * @param left side
     * @param right side
     */
    record Condition(ConditionOperator operator, String left, String right) implements TaskAction {

        public Condition {
            requireNonNull(operator, "operator");
            requireNonNull(left, "left");
            requireNonNull(right, "right");
        }

        @Override
        public TaskAction resolve(UnaryOperator<String> references) {
            return new Condition(operator, references.apply(left), references.apply(right));
        }
    }

    /**
     * Runs a task once for each element of an array.
     *
     * @param inputs a JSON array
     * @param concurrency how many at the same time at most, 1 to 100
     * @param task to run; its own references are resolved for each element
     */
    record ForEach(String inputs, int concurrency, Task task) implements TaskAction {

        public ForEach {
            requireNonNull(inputs, "inputs");
            requireNonNull(task, "task");
        }

        @Override
        public TaskAction resolve(UnaryOperator<String> references) {
            return new ForEach(references.apply(inputs), concurrency, task);
        }
    }

    /**
     * Cannot run here.
     *
     * @param kind what job files call it
     * @param reason why, as a sentence
     */
    record Unsupported(String kind, String reason) implements TaskAction {

        public Unsupported {
            requireNonNull(kind, "kind");
            requireNonNull(reason, "reason");
        }

        @Override
        public TaskAction resolve(UnaryOperator<String> references) {
            return this;
        }
    }
}
