package dev.lakelight.workspace.job.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import dev.lakelight.secret.KnownSecrets;
import dev.lakelight.workspace.job.notify.MailServer.Encryption;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notifications to people by the mail server that is configured, one after another, while runs go on. */
public final class Mails implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mails.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final @Nullable MailServer server;
    private final Consumer<String> warnings;
    private final ExecutorService sending = Executors.newSingleThreadExecutor(Mails::thread);

    /** Send by this server, or not at all. */
    public Mails(@Nullable MailServer server) {
        this(server, LOG::warn);
    }

    Mails(@Nullable MailServer server, Consumer<String> warnings) {
        this.server = server;
        this.warnings = warnings;

        if (server != null && server.asksForLogin()) {
            KnownSecrets.ofThisJvm().add(server.password());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lakelight-mail");
        thread.setDaemon(true);
        return thread;
    }

    /** Send a notification later; what goes wrong is logged. */
    void send(Message message) {
        if (server != null) {
            MailServer by = server;
            sending.execute(() -> send(message, by));
        }
    }

    private void send(Message message, MailServer server) {
        try {
            Transport.send(mail(message, server));
        } catch (MessagingException | RuntimeException e) {
            warnings.accept(problem(message, server, e));
        }
    }

    private static String problem(Message message, MailServer server, Exception problem) {
        String text = "The mail '%s' to %s was not sent by %s: %s"
                .formatted(message.subject(), message.to(), server, problem);
        return KnownSecrets.ofThisJvm().redact(text.replaceAll("\\p{Cntrl}+", " "));
    }

    // An address that holds more than one, or the line of a header, is refused.
    private static MimeMessage mail(Message message, MailServer server) throws MessagingException {
        MimeMessage mail = new MimeMessage(session(server));
        mail.setFrom(new InternetAddress(server.from(), true));
        mail.setRecipient(RecipientType.TO, new InternetAddress(message.to(), true));
        mail.setSubject(message.subject(), UTF_8.name());
        mail.setText(message.body(), UTF_8.name());
        mail.setHeader(
                "Date",
                RFC_1123_DATE_TIME.format(Instant.ofEpochMilli(message.time()).atZone(ZoneOffset.UTC)));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static Session session(MailServer server) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", String.valueOf(server.port()));
        properties.put("mail.smtp.auth", String.valueOf(server.asksForLogin()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(server.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(server.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.encryption() == Encryption.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");

        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + timeout, String.valueOf(TIMEOUT.toMillis()));
        }

        return Session.getInstance(properties, login(server));
    }

    private static @Nullable Authenticator login(MailServer server) {
        return !server.asksForLogin()
                ? null
                : new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(server.user(), server.password());
                    }
                };
    }

    /** Send what is to be sent still, within ten seconds. */
    @Override
    public void close() {
        sending.shutdown();

        try {
            if (!sending.awaitTermination(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                warnings.accept("The workspace has ended before all mail was sent; what is missing is in the outbox.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
