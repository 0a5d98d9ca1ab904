package dev.lakelight.databricks.suite;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.SourceLocation;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a test runs. */
public sealed interface Step {

    /** Return how the test names it. */
    String module();

    /** Return where it is declared. */
    SourceLocation source();

    /**
     * A notebook.
     *
     * @param module as the test names it
     * @param notebook absolute path of its file
     * @param parameters with which it is run, in order; values may hold placeholders
     * @param source where the step is declared
     */
    record Notebook(String module, Path notebook, Map<String, String> parameters, SourceLocation source)
            implements Step {

        public Notebook {
            requireNonNull(module, "module");
            requireNonNull(notebook, "notebook");
            requireNonNull(source, "source");
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /**
     * The main method of a class of the project.
     *
     * @param module name of the class with its package
     * @param arguments in order; may hold placeholders
     * @param source where the step is declared
     */
    record MainClass(String module, List<String> arguments, SourceLocation source) implements Step {

        public MainClass {
            requireNonNull(module, "module");
            requireNonNull(source, "source");
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A job.
     *
     * @param module as the test names it
     * @param job which one, read when it is known where its files are
     * @param configured parameters of the configuration, of which the job is given those that it has
     * @param parameters of the step, which win; values of both may hold placeholders
     * @param source where the step is declared
     */
    record OfJob(
            String module,
            StepJob job,
            Map<String, String> configured,
            Map<String, String> parameters,
            SourceLocation source)
            implements Step {

        public OfJob {
            requireNonNull(module, "module");
            requireNonNull(job, "job");
            requireNonNull(source, "source");
            configured = Collections.unmodifiableMap(new LinkedHashMap<>(configured));
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }
}
