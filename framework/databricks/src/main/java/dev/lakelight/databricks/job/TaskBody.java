package dev.lakelight.databricks.job;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a task of a run does. */
public sealed interface TaskBody {

    /**
     * It runs the generated notebook that is named as the task.
     *
     * @param parameters of the task, in order
     */
    record Notebook(Map<String, String> parameters) implements TaskBody {

        /** A notebook without parameters. */
        public static final Notebook PLAIN = new Notebook(Map.of());

        public Notebook {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /**
     * It runs the main method of a class.
     *
     * @param name of the class with its package
     * @param arguments in order
     * @param library path of the jar that holds the class
     * @param cluster key of the job cluster that it runs on
     */
    record MainClass(String name, List<String> arguments, String library, String cluster) implements TaskBody {

        public MainClass {
            requireNonNull(name, "name");
            requireNonNull(library, "library");
            requireNonNull(cluster, "cluster");
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * It runs a job and waits for it.
     *
     * @param id of the job
     * @param parameters for it, in order
     */
    record OtherJob(long id, Map<String, String> parameters) implements TaskBody {

        public OtherJob {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }
}
