package dev.lakelight.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.job.TaskBody;
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
 * @param bodies of tasks that are more than a notebook without parameters, by their keys
 * @param jobs that tasks run, by the keys of the tasks
 * @param clusters descriptions of job clusters of its own, by their keys
 * @param schemas that are known to be in its catalog
 * @param files folder of its files, or null when there is none
 */
record WrittenTest(
        PlannedTest test,
        Map<String, String> notebooks,
        Map<String, TaskBody> bodies,
        Map<String, WrittenJob> jobs,
        Map<String, ObjectNode> clusters,
        Set<String> schemas,
        @Nullable String files) {

    WrittenTest {
        notebooks = Collections.unmodifiableMap(new LinkedHashMap<>(notebooks));
        bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
        jobs = Collections.unmodifiableMap(new LinkedHashMap<>(jobs));
        clusters = Collections.unmodifiableMap(new LinkedHashMap<>(clusters));
        schemas = Collections.unmodifiableSet(new LinkedHashSet<>(schemas));
    }
}
