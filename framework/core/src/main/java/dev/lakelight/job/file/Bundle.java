package dev.lakelight.job.file;

import dev.lakelight.job.Job;
import dev.lakelight.job.JobSelection;
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
 * The jobs of a bundle under one of its targets. Only a job that is asked for is read, with those that it runs: what is wrong with
 * others, or cannot be known here, does not keep it from running. Jobs are numbered in the order of the bundle.
 */
final class Bundle {

    private final YamlFile file;
    private final List<YamlObject.Entry> entries;
    private final Map<Integer, Job> read = new LinkedHashMap<>();

    private Bundle(YamlFile file, List<YamlObject.Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** Read a bundle from its root file; mistakes are the file's to tell. */
    static Bundle read(YamlFile root, JobReference reference) {
        Optional<Node> tree = new BundleFiles(root).read();
        return tree.map(node -> of(root, node, reference)).orElseGet(() -> new Bundle(root, List.of()));
    }

    private static Bundle of(YamlFile root, Node tree, JobReference reference) {
        BundleTarget target = BundleTarget.choose(root, tree, reference.target());
        Node merged = target.over(tree);
        BundleReferences references = new BundleReferences(root, merged, target, reference.variables());
        YamlFile file = root.resolvedBy(references::resolve);
        List<YamlObject.Entry> entries = NodeTree.at(merged, "resources", "jobs")
                .map(jobs -> new YamlValue(file, "'jobs'", jobs).object().entries())
                .orElse(List.of());
        return new Bundle(file, entries);
    }

    List<String> keys() {
        return entries.stream().map(YamlObject.Entry::key).toList();
    }

    /** Return the job with this key or, when there is none, with this name; the jobs that it runs are beside it. */
    Optional<JobSelection> select(String wanted) {
        int index = keys().indexOf(wanted);
        int found = index < 0 ? withName(wanted) : index;
        return found < 0 ? Optional.empty() : select(found);
    }

    private int withName(String wanted) {
        for (int i = 0; i < entries.size(); i++) {
            YamlValue value = entries.get(i).value();
            boolean named = value.isMapping()
                    && value.object()
                            .value("name")
                            .filter(name -> name.raw().equals(wanted))
                            .isPresent();

            if (named) {
                return i;
            }
        }

        return -1;
    }

    private Optional<JobSelection> select(int index) {
        read(index, new ArrayList<>());
        return Optional.ofNullable(read.get(index)).map(job -> new JobSelection(job, List.copyOf(read.values())));
    }

    /** Read a job and those that it runs; the way there shows whether they run each other in a circle. */
    private void read(int index, List<Integer> way) {
        int start = way.indexOf(index);

        if (start >= 0) {
            rejectCircle(way.subList(start, way.size()));
            return;
        }

        if (!read.containsKey(index)) {
            YamlObject.Entry entry = entries.get(index);
            JobIdentity identity = new JobIdentity(entry.key(), String.valueOf(index + 1));
            new JobParser(file, identity).parse(entry.value()).ifPresent(job -> read.put(index, job));
        }

        List<Integer> longer = new ArrayList<>(way);
        longer.add(index);
        runBy(Optional.ofNullable(read.get(index))).forEach(next -> read(next, longer));
    }

    /** A job that runs itself is rejected where it says so. */
    private void rejectCircle(List<Integer> way) {
        if (way.size() > 1) {
            List<String> circle = new ArrayList<>(way.stream().map(keys()::get).toList());
            circle.add(circle.get(0));
            file.reject(entries.get(way.get(0)).node(), JobMessages.circleOfJobs(circle));
        }
    }

    private List<Integer> runBy(Optional<Job> job) {
        return job.stream()
                .flatMap(found -> found.tasks().stream())
                .map(task -> task.action() instanceof TaskAction.ForEach each
                        ? each.task().action()
                        : task.action())
                .filter(TaskAction.RunJob.class::isInstance)
                .map(action -> ((TaskAction.RunJob) action).jobId())
                .filter(id -> id.matches("\\d{1,9}"))
                .map(id -> Integer.parseInt(id) - 1)
                .filter(index -> index >= 0 && index < entries.size())
                .distinct()
                .toList();
    }
}
