package dev.lakelight.workspace.job.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.result.RunState;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.job.notify.Message.Kind;
import dev.lakelight.workspace.job.store.LifeCycle;
import dev.lakelight.workspace.job.store.Standing;
import dev.lakelight.workspace.job.store.StoredRun;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;

/** Makes the notifications that jobs ask for. All are in the outbox; the mail server and webhooks that are configured get theirs as well. */
public final class Notifications implements AutoCloseable {

    private static final String START = "on_start";
    private static final String SUCCESS = "on_success";
    private static final String FAILURE = "on_failure";

    private final Outbox outbox;
    private final Mails mails;
    private final Webhooks webhooks;
    private final Clock clock;

    /** Put notifications there, and send them. */
    public Notifications(Outbox outbox, Mails mails, Webhooks webhooks, Clock clock) {
        this.outbox = outbox;
        this.mails = mails;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Tell that a run has begun. */
    public void begun(StoredRun run) {
        send(run, run.settings(), START, "");
    }

    /** Tell that a run is over, unless its job asks not to be told of such an end. */
    public void ended(StoredRun run) {
        if (!isMuted(run.settings(), run.standing())) {
            send(run, run.settings(), eventOf(run.standing()), "");
        }
    }

    /** Tell that a task is over, by the settings of the task. */
    public void ended(StoredRun run, JsonNode task, Standing standing) {
        if (!isMuted(task, standing)) {
            send(run, task, eventOf(standing), task.path("task_key").asText());
        }
    }

    private static String eventOf(Standing standing) {
        String result = Objects.requireNonNullElse(standing.result(), "");
        boolean succeeded = result.equals(RunState.SUCCESS.name())
                || result.equals(RunState.SUCCESS_WITH_FAILURES.name())
                || result.equals(RunState.EXCLUDED.name());
        return succeeded ? SUCCESS : FAILURE;
    }

    private static boolean isMuted(JsonNode settings, Standing standing) {
        boolean skipped = standing.lifeCycle() == LifeCycle.SKIPPED;
        boolean cancelled = RunState.CANCELED.name().equals(standing.result());
        return (skipped && asks(settings, "no_alert_for_skipped_runs"))
                || (cancelled && asks(settings, "no_alert_for_canceled_runs"));
    }

    private static boolean asks(JsonNode settings, String field) {
        return settings.path("notification_settings").path(field).asBoolean()
                || settings.path("email_notifications").path(field).asBoolean();
    }

    private void send(StoredRun run, JsonNode settings, String event, String task) {
        for (JsonNode address : settings.path("email_notifications").path(event)) {
            Message message = message(Kind.EMAIL, address.asText(), run, event, task);
            outbox.add(message);
            mails.send(message);
        }

        for (JsonNode webhook : settings.path("webhook_notifications").path(event)) {
            Message message = message(Kind.WEBHOOK, webhook.path("id").asText(), run, event, task);
            outbox.add(message);
            webhooks.send(message);
        }
    }

    /** Send what is to be sent still. */
    @Override
    public void close() {
        mails.close();
    }

    private Message message(Kind kind, String to, StoredRun run, String event, String task) {
        String subject = subject(run, event, task);
        String body = kind == Kind.EMAIL ? subject + "\n\n" + run.standing().message() : json(run, event, task);
        return new Message(kind, to, event, run.jobId(), run.runId(), task, clock.millis(), subject, body);
    }

    private static String subject(StoredRun run, String event, String task) {
        String what = task.isEmpty() ? "Run" : "Task %s of run".formatted(task);
        String verb = switch (event) {
            case START -> "has started";
            case SUCCESS -> "succeeded";
            default -> "did not succeed";
        };
        return "%s %d of the job '%s' %s"
                .formatted(what, run.runId(), run.name().replaceAll("\\s", " "), verb);
    }

    private static String json(StoredRun run, String event, String task) {
        ObjectNode json = WireJson.mapper().createObjectNode();
        json.put("event_type", "jobs." + event);
        json.putObject("job").put("job_id", run.jobId()).put("name", run.name());
        json.putObject("run").put("run_id", run.runId());

        if (!task.isEmpty()) {
            json.putObject("task").put("task_key", task);
        }

        return new String(WireJson.bytes(json), StandardCharsets.UTF_8);
    }
}
