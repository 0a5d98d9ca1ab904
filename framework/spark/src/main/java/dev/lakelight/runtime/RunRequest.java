package dev.lakelight.runtime;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.SecretSpec;
import dev.lakelight.dbutils.TaskValueScope;
import dev.lakelight.dbutils.Widgets;
import dev.lakelight.notebook.NotebookLanguage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to run, and how.
 *
 * @param module notebook path or class name as it was asked for
 * @param configuration name of the configuration, or null
 * @param settings of the session
 * @param secrets of the configuration
 * @param parameters placeholders resolved
 * @param lineage which run it is
 * @param taskValues of the job that runs it
 * @param language of a notebook's file that needs no header, or null: then its name and header decide
 */
record RunRequest(
        String module,
        @Nullable String configuration,
        Map<String, String> settings,
        List<SecretSpec> secrets,
        Map<String, String> parameters,
        RunLineage lineage,
        TaskValueScope taskValues,
        @Nullable NotebookLanguage language) {

    static RunRequest of(String module, @Nullable Configuration configuration, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();

        if (configuration == null) {
            return new RunRequest(
                    module, null, Map.of(), List.of(), parameters, RunLineage.root(), TaskValueScope.NONE, null);
        }

        all.putAll(configuration.parameters());
        all.putAll(parameters);
        return new RunRequest(
                module,
                configuration.name(),
                configuration.sparkSettings(),
                configuration.secrets(),
                all,
                RunLineage.root(),
                TaskValueScope.NONE,
                null);
    }

    static Map<String, String> numbered(List<String> arguments) {
        Map<String, String> numbered = new LinkedHashMap<>();

        for (int i = 0; i < arguments.size(); i++) {
            numbered.put("args[%d]".formatted(i), arguments.get(i));
        }

        return Collections.unmodifiableMap(numbered);
    }

    RunRequest with(Map<String, String> resolvedParameters) {
        return new RunRequest(
                module, configuration, settings, secrets, resolvedParameters, lineage, taskValues, language);
    }

    /** Return the same for a task of a job. */
    RunRequest in(TaskValueScope job) {
        return new RunRequest(module, configuration, settings, secrets, parameters, lineage, job, language);
    }

    /** Return the same for a file that is taken for a notebook of this language, or whose name and header decide when null. */
    RunRequest takenFor(@Nullable NotebookLanguage newLanguage) {
        return new RunRequest(module, configuration, settings, secrets, parameters, lineage, taskValues, newLanguage);
    }

    /** Return a request of this run for another notebook. */
    RunRequest child(String path, Map<String, String> arguments) {
        return new RunRequest(path, configuration, settings, secrets, arguments, lineage.child(), taskValues, null);
    }

    Widgets widgets() {
        return new Widgets(parameters);
    }
}
