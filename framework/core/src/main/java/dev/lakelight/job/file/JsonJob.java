package dev.lakelight.job.file;

import dev.lakelight.job.Job;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlParser;
import dev.lakelight.yaml.YamlValue;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a job as {@code jobs/create} takes it, or as {@code jobs/get} returns it. */
final class JsonJob {

    private JsonJob() {}

    static Optional<Job> read(YamlFile file) {
        Optional<Node> root = new YamlParser(file, JobMessages.emptyJob()).parse();
        return root.flatMap(node -> read(file, new YamlValue(file, "The file", node)));
    }

    private static Optional<Job> read(YamlFile file, YamlValue value) {
        YamlObject object = value.object();

        if (!object.has("settings")) {
            return new JobParser(file, JobIdentity.alone("1")).parse(value);
        }

        object.rejectUnknown(JobShape.STORED_JOB);
        String id = object.value("job_id").map(YamlValue::name).orElse("1");
        return object.value("settings").flatMap(settings -> new JobParser(file, JobIdentity.alone(id)).parse(settings));
    }
}
