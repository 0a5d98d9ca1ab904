package dev.lakelight.job.file;

import dev.lakelight.job.Dependency;
import dev.lakelight.job.Task;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.List;

/**
 * A task and where its parts are.
 *
 * @param task as read
 * @param object that declares it
 * @param edges its dependencies
 */
record ParsedTask(Task task, YamlObject object, List<Edge> edges) {

    /** A dependency and the value that names the other task. */
    record Edge(Dependency dependency, YamlValue value) {}

    YamlValue key() {
        return object.value("task_key").orElseThrow();
    }
}
