package dev.lakelight.scenario;

import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.yaml.YamlMessages;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What users are told about a faulty scenario file. */
final class ScenarioMessages {

    private ScenarioMessages() {}

    static String emptyFile() {
        return "The file is empty. A scenario file declares at least one of: %s."
                .formatted(String.join(", ", Shape.FILE.keys()));
    }

    static String notATable(String name, Shape shape) {
        return "'%s' is neither a table, which is written schema.table or catalog.schema.table, nor one of: %s.%s"
                .formatted(name, String.join(", ", shape.keys()), YamlMessages.nearest(name, shape.keys()));
    }

    static String secondSeed(String table, SourceLocation first) {
        return "Two seeds for the table '%s': the first is at %s. Keep one of them.".formatted(table, first);
    }

    static String secondExpectation(String table, SourceLocation first) {
        return "Two expectations for the table '%s': the first is at %s. Put all into one.".formatted(table, first);
    }

    static String secondScenario(String name, SourceLocation first) {
        return "Two scenarios have the name '%s': the first is at %s. Rename one of them.".formatted(name, first);
    }

    static String secondConfiguration(String name, SourceLocation first) {
        return "Two configurations have the name '%s': the first is at %s. Rename one of them.".formatted(name, first);
    }

    static String faultyConfiguration(String name, SourceLocation declaredAt) {
        return "The configuration '%s' cannot be used: there are mistakes in %s, which declares it."
                .formatted(name, declaredAt.file());
    }

    static String secondFixture(String name, SourceLocation first) {
        return "Two fixtures have the name '%s': the first is at %s. Rename one of them.".formatted(name, first);
    }

    static String faultyFixture(String name, SourceLocation declaredAt) {
        return "The fixture '%s' cannot be used: there are mistakes in %s, which declares it."
                .formatted(name, declaredAt.file());
    }

    static String unknownFixture(String name, Collection<String> known) {
        return known.isEmpty()
                ? "Unknown fixture '%s': no fixture is declared.".formatted(name)
                : "Unknown fixture '%s'. Declared are: %s.%s"
                        .formatted(name, String.join(", ", new TreeSet<>(known)), YamlMessages.nearest(name, known));
    }

    static String fixtureOfOneThing() {
        return "A fixture is made of one thing. Give 'given', what it holds, or 'class', the name of a class that makes it.";
    }

    static String seedOfConfiguration(SeedSpec seed, SeedSpec other) {
        return "Two seeds for the table '%s': one at %s, the other in this configuration, at %s. Keep one of them."
                .formatted(seed.table(), seed.declaredAt(), other.declaredAt());
    }

    static String oneOrMany() {
        return "Both 'configuration' and 'configurations' are given. Put all names into 'configurations'.";
    }

    static String noConfigurations() {
        return "'configurations' names none. Name at least one, or leave it out to run without any.";
    }

    static String configurationsTwice() {
        return "The scenario names its configurations already. Name them there or in 'run', not in both.";
    }

    static String repeatedConfiguration(String name) {
        return "The configuration '%s' is named twice. Remove one of them.".formatted(name);
    }

    static String notOneModule() {
        return "A step runs one module or job. Give one of: 'notebook', the path of a notebook; 'class', the name of a class;"
                + " 'job', the path of a job file.";
    }

    static String noSteps() {
        return "'run' has no steps. Give at least one.";
    }

    static String argumentsOfNotebook() {
        return "A notebook takes 'parameters', not 'arguments'.";
    }

    static String parametersOfClass() {
        return "A class takes 'arguments', not 'parameters'.";
    }

    static String argumentsOfJob() {
        return "A job takes 'parameters', not 'arguments'.";
    }

    static String onlyOfJob(String key) {
        return "'%s' is for a job of a bundle.".formatted(key);
    }

    static String onlyOfNotebook(String key) {
        return "'%s' is for a notebook.".formatted(key);
    }

    static String unknownLanguage(String language, Collection<String> languages) {
        return "'%s' is no language of notebooks. Accepted are: %s.%s"
                .formatted(language, String.join(", ", languages), YamlMessages.nearest(language, languages));
    }

    static String unknownRequirement(String requirement, Collection<String> requirements) {
        return "'%s' is nothing that a test can require. Accepted are: %s.%s"
                .formatted(
                        requirement, String.join(", ", requirements), YamlMessages.nearest(requirement, requirements));
    }

    static String exitOfJob() {
        return "A job has no exit value. Expect the states of its tasks with 'tasks', or a table.";
    }

    static String tasksOfModule() {
        return "'tasks' is for a scenario whose last step is a job.";
    }

    static String unknownState(String state, Collection<String> states) {
        return "'%s' is no state of a task. Accepted are: %s.%s"
                .formatted(state, String.join(", ", states), YamlMessages.nearest(state, states));
    }

    static String exitAndError() {
        return "Both 'exit' and 'error' are given, but a run that fails has no exit value. Keep one of them.";
    }

    static String nothingExpected(Collection<String> accepted) {
        return "Nothing is expected of this table. Give at least one of: %s; or 'absent' in place of all."
                .formatted(String.join(", ", accepted));
    }

    static String notAColumn(String text) {
        return "'%s' is not a column of a table. Write it as schema.table.column or catalog.schema.table.column."
                .formatted(text);
    }

    static String noColumns() {
        return "'unique' names no column. Name at least one.";
    }

    static String badTime(String text) {
        return "'%s' is not a time. Write it with its offset, such as: 2026-01-01T00:00:00Z.".formatted(text);
    }

    static String idempotentError() {
        return "Both 'idempotent' and 'error' are given, but a run that fails is not run again. Keep one of them.";
    }

    static String needsRows(String key) {
        return "'%s' means nothing without 'rows'. Give 'rows' as well, or remove it.".formatted(key);
    }

    static String eitherRowsOrGenerate() {
        return "Give either 'rows', or 'generate' with the number of rows to make.";
    }

    static String needsGenerate(String key) {
        return "'%s' means nothing without 'generate'. Give 'generate' as well, or remove it.".formatted(key);
    }

    static String noValues(String column) {
        return "The column '%s' has no values. Give at least one.".formatted(column);
    }

    static String notARange(String column) {
        return "The range of the column '%s' must have two values, the smallest and the largest.".formatted(column);
    }

    static String notAShare(String column) {
        return "The share of NULLs in the column '%s' must be a number from 0 to 1.".formatted(column);
    }

    static String badTolerance(String text) {
        return "'%s' is no tolerance. Write a distance such as 0.01, or a part such as 1%%.".formatted(text);
    }

    static String rowLength(int values, List<String> columns) {
        return "The row has %s, but the schema has %s: %s."
                .formatted(counted(values, "value"), counted(columns.size(), "column"), String.join(", ", columns));
    }

    private static String counted(int number, String what) {
        return number == 1 ? "1 " + what : "%d %ss".formatted(number, what);
    }

    static String mixedRows() {
        return "Without a schema either all rows are lists or all are mappings. Give a 'schema', or write all in one way.";
    }

    static String columnTwice(String column) {
        return "The row has two values for the column '%s'.".formatted(column);
    }

    static String badSchema(String schema) {
        return "'%s' is not a schema. Write the columns with their types, such as: id INT, name STRING."
                .formatted(schema);
    }

    static String outsideOfLake(String target) {
        return "'%s' is not a path below the lake's files. Write it such as: landing/2011-12-05.".formatted(target);
    }

    static String unknownColumn(String column, Collection<String> columns) {
        return "Unknown column '%s'. The schema has: %s.%s"
                .formatted(column, String.join(", ", columns), YamlMessages.nearest(column, columns));
    }

    static String notASecret() {
        return "A secret is not written here, but where it comes from. Write secrets: { scope: { key: { env: NAME } } } for an"
                + " environment variable, { file: path } for a file, or { value: text } for what everybody may know.";
    }

    static String secretInRepository(String file) {
        return "The file '%s' of a secret lies in the repository. Keep it elsewhere, such as ~/.lakelight/token."
                .formatted(file);
    }

    static String noPath(String file, String reason) {
        return "The file name '%s' cannot be a path: %s.".formatted(file, reason);
    }

    static String unknownFormat(String file, Collection<String> accepted) {
        return "The format of '%s' is unknown. Accepted extensions are: %s."
                .formatted(file, String.join(", ", accepted));
    }
}
