package dev.lakelight.job.file;

import dev.lakelight.job.Job;
import dev.lakelight.job.TaskAction;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The jobs of a bundle under one of its targets.
 *
 * @param jobs as far as they could be read, in order
 */
record Bundle(List<Job> jobs) {

    /** Read a bundle from its root file; mistakes are the file's to tell. */
    static Bundle read(YamlFile root, JobReference reference) {
        Optional<Node> tree = new BundleFiles(root).read();
        return new Bundle(tree.map(node -> jobs(root, node, reference)).orElse(List.of()));
    }

    private static List<Job> jobs(YamlFile root, Node tree, JobReference reference) {
        BundleTarget target = BundleTarget.choose(root, tree, reference.target());
        Node merged = target.over(tree);
        BundleReferences references = new BundleReferences(root, merged, target, reference.variables());
        YamlFile file = root.resolvedBy(references::resolve);
        Map<YamlObject.Entry, Job> jobs = new LinkedHashMap<>();
        int id = 0;

        for (YamlObject.Entry entry : entries(file, merged)) {
            JobIdentity identity = new JobIdentity(entry.key(), String.valueOf(++id));
            new JobParser(file, identity).parse(entry.value()).ifPresent(job -> jobs.put(entry, job));
        }

        rejectCircles(file, jobs);
        return List.copyOf(jobs.values());
    }

    private static List<YamlObject.Entry> entries(YamlFile file, Node merged) {
        return NodeTree.at(merged, "resources", "jobs")
                .map(jobs -> new YamlValue(file, "'jobs'", jobs).object().entries())
                .orElse(List.of());
    }

    private static void rejectCircles(YamlFile file, Map<YamlObject.Entry, Job> jobs) {
        jobs.forEach((entry, job) -> circle(job, new ArrayList<>(List.of(job)), List.copyOf(jobs.values()))
                .ifPresent(circle -> file.reject(entry.node(), JobMessages.circleOfJobs(circle))));
    }

    /** Return the keys of a circle of several jobs that leads back to the first one of a way. */
    private static Optional<List<String>> circle(Job job, List<Job> way, List<Job> all) {
        for (Job next : runBy(job, all)) {
            if (next.equals(way.get(0)) && way.size() > 1) {
                way.add(next);
                return Optional.of(way.stream().map(Job::key).toList());
            }

            if (!way.contains(next)) {
                List<Job> longer = new ArrayList<>(way);
                longer.add(next);
                Optional<List<String>> found = circle(next, longer, all);

                if (found.isPresent()) {
                    return found;
                }
            }
        }

        return Optional.empty();
    }

    private static List<Job> runBy(Job job, List<Job> all) {
        return job.tasks().stream()
                .map(task -> task.action() instanceof TaskAction.ForEach each
                        ? each.task().action()
                        : task.action())
                .filter(TaskAction.RunJob.class::isInstance)
                .map(action -> ((TaskAction.RunJob) action).jobId())
                .flatMap(id -> all.stream().filter(other -> other.id().equals(id)))
                .toList();
    }
}
