package dev.lakelight.workspace.job.trigger;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiErrors;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A schedule as Quartz writes it, in a time zone. */
record CronTrigger(ExecutionTime times, ZoneId zone) implements Trigger {

    private static final CronParser PARSER =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    /**
     * Read {@code schedule}.
     *
     * @throws dev.lakelight.workspace.api.ApiException when it is none
     */
    static CronTrigger of(JsonNode schedule) {
        String cron = schedule.path("quartz_cron_expression").asText();
        String zone = schedule.path("timezone_id").asText();

        try {
            return new CronTrigger(ExecutionTime.forCron(PARSER.parse(cron).validate()), ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw ApiErrors.invalid("'%s' is no time zone. Write it such as Europe/Berlin or UTC.".formatted(zone));
        } catch (IllegalArgumentException e) {
            throw ApiErrors.invalid("'%s' is no schedule of Quartz: %s. Write it such as 0 30 6 * * ?."
                    .formatted(cron, e.getMessage()));
        }
    }

    @Override
    public String type() {
        return "PERIODIC";
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
    }

    @Override
    public boolean fires(Instant now) {
        return true;
    }
}
