package dev.lakelight.job.file;

import dev.lakelight.job.ReferenceNames;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is noticed while a job is read: settings without effect, and texts whose references are checked at the end. */
final class Reading {

    private final YamlFile file;
    private final boolean isOpen;
    private final Set<String> ignored = new TreeSet<>();
    private final List<Reference> texts = new ArrayList<>();
    private @Nullable String task;

    private Reading(YamlFile file, boolean isOpen) {
        this.file = file;
        this.isOpen = isOpen;
    }

    static Reading ofFile(YamlFile file) {
        return new Reading(file, false);
    }

    static Reading ofSettings(YamlFile file) {
        return new Reading(file, true);
    }

    /** Return whether there may be keys that are not known, and files that are not there yet. */
    boolean isOpen() {
        return isOpen;
    }

    YamlFile file() {
        return file;
    }

    List<String> ignored() {
        return List.copyOf(ignored);
    }

    /**
     * Read a mapping; what has no effect here is remembered under this path. As on Databricks what is empty, such as
     * {@code depends_on:}, counts as missing; where it has to be there it is rejected as what it is.
     */
    YamlObject object(YamlValue value, JobShape shape, String path) {
        YamlObject all = isOpen ? value.openObject(shape) : value.object(shape);
        YamlObject object = all.withoutEmpty(shape.required());
        object.keys().stream().filter(shape.ignored()::contains).forEach(key -> ignored.add(path + key));
        return object;
    }

    /** Take the texts from now on for those of a task of the job; before the first they are the job's. */
    void begin(String nextTask) {
        task = nextTask;
    }

    /** Read a text that may hold references. */
    String text(YamlValue value, boolean inForEach) {
        texts.add(new Reference(value, task, inForEach));
        return value.text();
    }

    List<String> texts(YamlObject owner, String key, boolean inForEach) {
        return owner.value(key).map(YamlValue::list).orElse(List.of()).stream()
                .map(item -> text(item, inForEach))
                .toList();
    }

    Map<String, String> textsByName(YamlObject owner, String key, boolean inForEach) {
        Map<String, String> values = new LinkedHashMap<>();
        owner.value(key)
                .map(value -> value.object().entries())
                .orElse(List.of())
                .forEach(entry -> values.put(entry.key(), text(entry.value(), inForEach)));
        return values;
    }

    void checkReferences(Set<String> parameters, TaskGraph graph) {
        texts.forEach(text -> new ReferenceNames(parameters, graph.before(text.task()), text.inForEach())
                .problemIn(text.value().raw())
                .ifPresent(text.value()::reject));
    }

    private record Reference(YamlValue value, @Nullable String task, boolean inForEach) {}
}
