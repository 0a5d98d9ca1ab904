package dev.lakelight.scenario;

import static java.util.Objects.requireNonNull;

import dev.lakelight.job.file.JobReference;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.result.SourceLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a scenario.
 *
 * @param kind what is run
 * @param module path of the notebook as written, the class name, or the job as written
 * @param parameters of the notebook or job, in order, on top of those of the configuration; values may hold placeholders
 * @param arguments of the class's main method, in order; may hold placeholders
 * @param source where the step is declared
 * @param job which job is run, or null
 * @param language of a notebook's file that needs no header, or null: then its name and header decide
 */
public record ModuleCall(
        Kind kind,
        String module,
        Map<String, String> parameters,
        List<String> arguments,
        SourceLocation source,
        @Nullable JobReference job,
        @Nullable NotebookLanguage language) {

    /** What a step runs. */
    public enum Kind {
        NOTEBOOK,
        /** A class with a {@code main(String[])}. */
        CLASS,
        /** A job of a bundle, or one as JSON. */
        JOB
    }

    /** Create a step that runs a module. */
    public ModuleCall(
            Kind kind, String module, Map<String, String> parameters, List<String> arguments, SourceLocation source) {
        this(kind, module, parameters, arguments, source, null, null);
    }

    /** Return the same step for a notebook whose file is taken for one of this language. */
    ModuleCall takenFor(@Nullable NotebookLanguage newLanguage) {
        return new ModuleCall(kind, module, parameters, arguments, source, job, newLanguage);
    }

    public ModuleCall {
        requireNonNull(kind, "kind");
        requireNonNull(module, "module");
        requireNonNull(source, "source");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        arguments = List.copyOf(arguments);
    }
}
