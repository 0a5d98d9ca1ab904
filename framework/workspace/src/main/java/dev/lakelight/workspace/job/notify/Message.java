package dev.lakelight.workspace.job.notify;

/**
 * A notification.
 *
 * @param kind by which way it goes
 * @param to address of a mailbox, or id of a webhook
 * @param event what it is about: {@code on_start}, {@code on_success} or {@code on_failure}
 * @param taskKey of the task that it is about; empty when it is about the whole run
 * @param time milliseconds since 1970
 * @param subject in one line
 * @param body plain text for mailboxes, JSON for webhooks
 */
public record Message(
        Kind kind,
        String to,
        String event,
        long jobId,
        long runId,
        String taskKey,
        long time,
        String subject,
        String body) {

    /** A way for notifications. */
    public enum Kind {
        EMAIL,
        WEBHOOK
    }
}
