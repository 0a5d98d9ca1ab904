package dev.lakelight.job.file;

import dev.lakelight.job.Job;
import dev.lakelight.job.Task;
import dev.lakelight.result.Schedule;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the settings of one job. */
final class JobParser {

    private final Reading reading;
    private final JobIdentity identity;

    JobParser(YamlFile file, JobIdentity identity) {
        this(Reading.ofFile(file), identity);
    }

    JobParser(Reading reading, JobIdentity identity) {
        this.reading = reading;
        this.identity = identity;
    }

    /** Return the job as far as it can be read; mistakes are the file's to tell. */
    Optional<Job> parse(YamlValue value) {
        YamlObject object = reading.object(value, JobShape.JOB, "");

        if (!value.isMapping()) {
            return Optional.empty();
        }

        String name = object.value("name")
                .map(YamlValue::name)
                .orElseGet(() -> identity.key() == null ? "job" : identity.key());
        Map<String, String> parameters = parameters(object);
        List<Task> tasks = tasks(object, parameters.keySet());
        return Optional.of(new Job(
                Objects.requireNonNullElse(identity.key(), name),
                identity.id(),
                name,
                value.location(),
                parameters,
                tasks,
                Duration.ofSeconds(object.value("timeout_seconds")
                        .map(YamlValue::wholeNumber)
                        .orElse(0)),
                object.value("schedule").map(this::schedule).orElse(null),
                reading.ignored()));
    }

    private Map<String, String> parameters(YamlObject job) {
        Map<String, String> parameters = new LinkedHashMap<>();
        job.value("parameters").map(YamlValue::list).orElse(List.of()).forEach(item -> addParameter(item, parameters));
        return parameters;
    }

    private void addParameter(YamlValue item, Map<String, String> parameters) {
        YamlObject parameter = reading.object(item, JobShape.PARAMETER, "");
        Optional<YamlValue> name = parameter.value("name");
        String value = parameter
                .value("default")
                .map(text -> reading.text(text, false))
                .orElse("");
        name.map(YamlValue::name)
                .filter(key -> parameters.putIfAbsent(key, value) != null)
                .ifPresent(key -> name.orElseThrow().reject(JobMessages.secondParameter(key)));
    }

    private List<Task> tasks(YamlObject job, Set<String> parameters) {
        Optional<YamlValue> value = job.value("tasks");
        List<YamlValue> items = value.map(YamlValue::list).orElse(List.of());
        value.filter(tasks -> tasks.isList() && items.isEmpty())
                .ifPresent(tasks -> tasks.reject(JobMessages.noTasks()));
        TaskGraph graph = new TaskGraph();
        TaskParser parser = new TaskParser(reading, identity.id());
        items.forEach(item -> parser.parse(item, false).ifPresent(graph::add));
        graph.check();
        reading.checkReferences(parameters, graph);
        return graph.tasks();
    }

    private Schedule schedule(YamlValue value) {
        YamlObject schedule = reading.object(value, JobShape.SCHEDULE, "schedule.");
        return new Schedule(
                schedule.value("quartz_cron_expression").map(this::cron).orElse(""),
                schedule.value("timezone_id").map(this::timeZone).orElse("UTC"),
                schedule.value("pause_status")
                        .map(YamlValue::name)
                        .filter("PAUSED"::equals)
                        .isPresent());
    }

    private String cron(YamlValue value) {
        String cron = value.name();
        Optional.of(cron)
                .filter(written -> !written.isBlank() && !reading.isOpen())
                .flatMap(CronExpression::problem)
                .ifPresent(problem -> value.reject(JobMessages.notACron(cron, problem)));
        return cron;
    }

    private String timeZone(YamlValue value) {
        String zone = value.name();

        if (!zone.isBlank() && !reading.isOpen() && !isTimeZone(zone)) {
            value.reject(JobMessages.notATimeZone(zone));
        }

        return zone;
    }

    private static boolean isTimeZone(String zone) {
        try {
            ZoneId unused = ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
