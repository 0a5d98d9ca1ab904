package dev.lakelight.workspace.job.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lakelight.problem.UserError;
import dev.lakelight.workspace.job.notify.MailServer.Encryption;
import dev.lakelight.workspace.job.notify.Message.Kind;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real mail server gets, and what is said when it gets nothing. */
class MailsTest {

    private static final String PASSWORD = "heron-lantern-31";

    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {setup("smtp"), setup("smtps")});

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }

    @BeforeEach
    void start() {
        greenMail.start();
        greenMail.setUser("lakelight@example.org", "lakelight", PASSWORD);
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    private MailServer server(Encryption encryption) {
        int port = encryption == Encryption.TLS
                ? greenMail.getSmtps().getPort()
                : greenMail.getSmtp().getPort();
        return MailServer.at("127.0.0.1", port, "lakelight@example.org").encryptedBy(encryption);
    }

    private void send(MailServer server, String to, String subject) {
        try (Mails mails = new Mails(server, warnings::add)) {
            mails.send(new Message(
                    Kind.EMAIL, to, "on_failure", 1, 2, "", 1_700_000_000_000L, subject, "Zeile für Zeile"));
        }
    }

    @Test
    void sendsWhatIsInTheOutbox() throws Exception {
        send(
                server(Encryption.NONE).as("lakelight", PASSWORD),
                "ops@example.org",
                "Run 2 of the job 'Straße' did not succeed");

        assertThat(warnings).isEmpty();
        MimeMessage mail = greenMail.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Run 2 of the job 'Straße' did not succeed");
        assertThat(mail.getContent().toString().strip()).isEqualTo("Zeile für Zeile");
        assertThat(GreenMailUtil.getAddressList(mail.getFrom())).isEqualTo("lakelight@example.org");
        assertThat(GreenMailUtil.getAddressList(mail.getAllRecipients())).isEqualTo("ops@example.org");
        assertThat(mail.getSentDate()).hasTime(1_700_000_000_000L);
    }

    @Test
    void tellsNobodyThePasswordWhenItIsRefused() {
        MailServer wrong = server(Encryption.NONE).as("lakelight", PASSWORD + "-wrong");

        send(wrong, "ops@example.org", "Run");

        assertThat(greenMail.getReceivedMessages()).isEmpty();
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("The mail 'Run' to ops@example.org was not sent by the mail server 127.0.0.1:%d: "
                        .formatted(wrong.port()))
                .contains("AuthenticationFailedException")
                .doesNotContain(PASSWORD);
        assertThat(wrong.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void sendsNothingToAServerThatDoesNotEncrypt() {
        send(server(Encryption.STARTTLS), "ops@example.org", "Run");

        assertThat(greenMail.getReceivedMessages()).isEmpty();
        assertThat(warnings).singleElement().asString().contains("STARTTLS is required");
    }

    @Test
    void sendsNothingToAServerWhoseCertificateNobodyTrusts() {
        send(server(Encryption.TLS), "ops@example.org", "Run");

        assertThat(greenMail.getReceivedMessages()).isEmpty();
        assertThat(warnings).singleElement().asString().contains("was not sent by");
    }

    @Test
    void refusesAddressesThatHoldMoreThanOne() {
        for (String to : List.of("a@example.org, b@example.org", "a@example.org\r\nBcc: b@example.org", "")) {
            warnings.clear();

            send(server(Encryption.NONE), to, "Run");

            assertThat(greenMail.getReceivedMessages()).isEmpty();
            assertThat(warnings)
                    .singleElement()
                    .asString()
                    .contains("was not sent")
                    .doesNotContain("\n");
        }
    }

    @Test
    void saysThatNoServerIsThere() {
        MailServer server = server(Encryption.NONE);
        greenMail.stop();

        send(server, "ops@example.org", "Run");

        assertThat(warnings).singleElement().asString().contains("MailConnectException");
    }

    @Test
    void sendsNoPasswordToOtherMachinesWithoutEncryption() {
        assertThatThrownBy(() -> MailServer.at("mail.example.org", 25, "a@example.org")
                        .encryptedBy(Encryption.NONE)
                        .as("ann", PASSWORD))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "The mail server mail.example.org cannot be logged in to without encryption: others would read the password. Use starttls or tls.");
    }
}
