package dev.lakelight.databricks;

import dev.lakelight.databricks.job.PlannedTest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A test with all that is put into the workspace for it.
 *
 * @param test that is run
 * @param notebooks by the keys of their tasks
 * @param parameters of tasks, by their keys
 * @param schemas that are known to be in its catalog
 * @param files folder of its files, or null when there is none
 */
record WrittenTest(
        PlannedTest test,
        Map<String, String> notebooks,
        Map<String, Map<String, String>> parameters,
        Set<String> schemas,
        @Nullable String files) {

    WrittenTest {
        notebooks = Collections.unmodifiableMap(new LinkedHashMap<>(notebooks));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        schemas = Collections.unmodifiableSet(new LinkedHashSet<>(schemas));
    }
}
