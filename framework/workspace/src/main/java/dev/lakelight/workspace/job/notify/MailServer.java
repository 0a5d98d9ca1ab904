package dev.lakelight.workspace.job.notify;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.UserError;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A server that takes mail by SMTP, and how to log in there. Each method returns another one.
 *
 * @param port such as 587, or 465 with {@link Encryption#TLS}
 * @param from address that mail comes from
 * @param user to log in as; empty when the server asks for none
 * @param password of the user; is in no message and no log
 */
public record MailServer(String host, int port, String from, Encryption encryption, String user, String password) {

    /** How connections are encrypted. */
    public enum Encryption {
        /** As soon as the server has greeted; without it nothing is sent. */
        STARTTLS,
        /** From the first byte. */
        TLS,
        /** Not at all. */
        NONE
    }

    /**
     * Create a server.
     *
     * @throws UserError when a password would be sent to another machine without encryption
     */
    public MailServer {
        requireNonNull(host, "host");
        requireNonNull(from, "from");
        requireNonNull(encryption, "encryption");
        requireNonNull(user, "user");
        requireNonNull(password, "password");

        if (encryption == Encryption.NONE && !user.isEmpty() && !isThisMachine(host)) {
            throw new UserError(
                    "The mail server %s cannot be logged in to without encryption: others would read the password. Use starttls or tls."
                            .formatted(host));
        }
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Use a server that encrypts by STARTTLS and asks for no login. */
    public static MailServer at(String host, int port, String from) {
        return new MailServer(host, port, from, Encryption.STARTTLS, "", "");
    }

    /** Encrypt in this way. */
    public MailServer encryptedBy(Encryption newEncryption) {
        return new MailServer(host, port, from, newEncryption, user, password);
    }

    /** Log in. */
    public MailServer as(String newUser, String newPassword) {
        return new MailServer(host, port, from, encryption, newUser, newPassword);
    }

    boolean asksForLogin() {
        return !user.isEmpty();
    }

    /** Return what may be logged. */
    @Override
    public String toString() {
        return "the mail server %s:%d".formatted(host, port);
    }
}
