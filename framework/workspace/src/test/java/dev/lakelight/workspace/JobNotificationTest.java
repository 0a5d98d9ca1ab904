package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.JobEmailNotifications;
import com.databricks.sdk.service.jobs.JobNotificationSettings;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.RunNow;
import com.databricks.sdk.service.jobs.TaskEmailNotifications;
import com.databricks.sdk.service.jobs.Webhook;
import com.databricks.sdk.service.jobs.WebhookNotifications;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.lakelight.problem.UserError;
import dev.lakelight.workspace.job.notify.MailServer;
import dev.lakelight.workspace.job.notify.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What jobs tell when their runs begin and end. */
class JobNotificationTest {

    @TempDir
    Path folder;

    private static List<Message> of(JobWorkspace jobs, Run run) {
        return jobs.get().outbox().messages().stream()
                .filter(message -> message.runId() == run.getRunId())
                .toList();
    }

    @Test
    void writesToPeopleByTheOutbox() {
        JobWorkspace jobs = JobWorkspace.shared();
        Run run = jobs.run(jobs.create(
                new CreateJob()
                        .setName("daily")
                        .setEmailNotifications(new JobEmailNotifications()
                                .setOnStart(List.of("ops@example.org"))
                                .setOnSuccess(List.of("never@example.org"))
                                .setOnFailure(List.of("ops@example.org"))),
                JobWorkspace.task("load", "fail")
                        .setEmailNotifications(new TaskEmailNotifications().setOnFailure(List.of("dev@example.org")))));

        assertThat(of(jobs, run))
                .extracting(message ->
                        "%s %s %s: %s".formatted(message.kind(), message.to(), message.event(), message.subject()))
                .containsExactly(
                        "EMAIL ops@example.org on_start: Run %d of the job 'daily' has started"
                                .formatted(run.getRunId()),
                        "EMAIL dev@example.org on_failure: Task load of run %d of the job 'daily' did not succeed"
                                .formatted(run.getRunId()),
                        "EMAIL ops@example.org on_failure: Run %d of the job 'daily' did not succeed"
                                .formatted(run.getRunId()));
        assertThat(of(jobs, run).get(2).body())
                .endsWith("Task load failed with message: Workload failed, see run output for details.");
    }

    @Test
    void isSilentOfCancelledRunsWhenAsked() {
        try (JobWorkspace jobs = JobWorkspace.in(folder)) {
            jobs.clusters().shut();
            long id = jobs.create(
                    new CreateJob()
                            .setName("daily")
                            .setNotificationSettings(new JobNotificationSettings().setNoAlertForCanceledRuns(true))
                            .setEmailNotifications(
                                    new JobEmailNotifications().setOnFailure(List.of("ops@example.org"))),
                    JobWorkspace.task("load", "wait"));
            long runId = jobs.user()
                    .jobs()
                    .runNow(new RunNow().setJobId(id))
                    .getResponse()
                    .getRunId();
            jobs.await(runId, "RUNNING");

            jobs.user().jobs().cancelRun(runId);

            assertThat(of(jobs, jobs.ended(runId))).isEmpty();
        }
    }

    @Test
    void writesToPeopleByTheMailServerThatIsConfigured() throws Exception {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        Path file = Files.writeString(
                folder.resolve("mail.yml"), """
                host: 127.0.0.1
                port: %d
                from: lakelight@example.org
                encryption: none
                """.formatted(greenMail.getSmtp().getPort()));

        try (Workspace workspace = RunningWorkspace.withUsers(folder.resolve("state"))
                .taskClusters(new ScriptedClusters())
                .mailServerIn(file)
                .start()) {
            var client = RunningWorkspace.client(workspace, RunningWorkspace.USER_TOKEN);
            long id = client.jobs()
                    .create(new CreateJob()
                            .setName("daily")
                            .setEmailNotifications(new JobEmailNotifications().setOnFailure(List.of("ops@example.org")))
                            .setTasks(List.of(JobWorkspace.task("load", "fail"))))
                    .getJobId();
            long runId = client.jobs()
                    .runNow(new RunNow().setJobId(id))
                    .getResponse()
                    .getRunId();

            assertThat(greenMail.waitForIncomingEmail(30_000, 1)).isTrue();
            assertThat(greenMail.getReceivedMessages()[0].getSubject())
                    .isEqualTo("Run %d of the job 'daily' did not succeed".formatted(runId));
            assertThat(workspace.outbox().messages()).extracting(Message::to).containsExactly("ops@example.org");
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void readsAMailServerFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mail.yml"), """
                host: smtp.example.org
                port: 587
                from: lakelight@example.org
                encryption: starttls
                user: lakelight
                password: heron-lantern-31
                """);

        assertThat(MailFile.read(file))
                .isEqualTo(MailServer.at("smtp.example.org", 587, "lakelight@example.org")
                        .as("lakelight", "heron-lantern-31"))
                .hasToString("the mail server smtp.example.org:587");
    }

    @Test
    void saysWhereAFileOfAMailServerIsWrong() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mail.yml"),
                "host: mail\nport: 70000\nfrom: a@b.c\nencryption: ssl\npassword: [heron]\n");

        assertThatThrownBy(() -> CommandLine.parse("--mail", file.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("mail.yml:2:7: 'port' must be a number from 1 to 65535, but is '70000'.")
                .hasMessageContaining("mail.yml:4:13: 'encryption' must be starttls, tls or none, but is 'ssl'.")
                .hasMessageContaining("mail.yml:5:11: 'password' must be text, but is a list.");
    }

    @Test
    void callsTheWebhooksThatAreConfigured() throws IOException {
        Queue<String> received = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        URI hook = URI.create(
                "http://localhost:%d/hook".formatted(server.getAddress().getPort()));
        ScriptedClusters clusters = new ScriptedClusters();

        try (Workspace workspace = RunningWorkspace.withUsers(folder)
                .taskClusters(clusters)
                .webhook("chat", hook)
                .start()) {
            var client = RunningWorkspace.client(workspace, RunningWorkspace.USER_TOKEN);
            long id = client.jobs()
                    .create(new CreateJob()
                            .setName("daily")
                            .setWebhookNotifications(new WebhookNotifications()
                                    .setOnFailure(List.of(new Webhook().setId("chat"), new Webhook().setId("other"))))
                            .setTasks(List.of(JobWorkspace.task("load", ""))))
                    .getJobId();
            long runId = client.jobs()
                    .runNow(new RunNow().setJobId(id))
                    .getResponse()
                    .getRunId();

            Awaitility.await("the webhook is called")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !received.isEmpty());

            assertThat(received)
                    .containsExactly(("{\"event_type\":\"jobs.on_failure\",\"job\":{\"job_id\":%d,\"name\":\"daily\"},"
                                    + "\"run\":{\"run_id\":%d}}")
                            .formatted(id, runId));
            assertThat(workspace.outbox().messages()).extracting(Message::to).containsExactly("chat", "other");
        } finally {
            server.stop(0);
        }
    }
}
