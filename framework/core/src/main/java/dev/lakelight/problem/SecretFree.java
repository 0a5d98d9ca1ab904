package dev.lakelight.problem;

import dev.lakelight.secret.KnownSecrets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is thrown, without the secrets that this JVM knows. Test runners print exceptions with all their causes, to places that are
 * not ours.
 */
public final class SecretFree {

    private SecretFree() {}

    /**
     * Return something that prints as this does with the secrets left out: itself where it holds none. Otherwise an error or an
     * exception of ours takes its place, and that of the causes that hold one.
     */
    public static Throwable of(Throwable thrown) {
        return of(thrown, (known, message, cause) -> Optional.empty());
    }

    /**
     * Return the same, with other errors in the place of some.
     *
     * @param known makes what takes the place of errors of types that it knows; it is not asked for anything else than messages
     *     that hold a secret, or causes
     */
    public static Throwable of(Throwable thrown, StandIns known) {
        return KnownSecrets.ofThisJvm().isEmpty() || !KnownSecrets.ofThisJvm().isIn(ThrownText.trace(thrown))
                ? thrown
                : copy(thrown, known, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Return the same for a cause, which may be missing. */
    public static @Nullable Throwable ofCause(@Nullable Throwable cause) {
        return cause == null ? null : of(cause);
    }

    /** Return the type of what was thrown, whatever stands in its place now. */
    public static String typeOf(Throwable thrown) {
        return thrown instanceof StandIn standIn
                ? standIn.type()
                : thrown.getClass().getName();
    }

    /** Copy what has not been copied before: some exceptions are causes of themselves. */
    private static Throwable copy(Throwable thrown, StandIns known, Set<Throwable> copied) {
        copied.add(thrown);
        Throwable copy = withoutTrace(thrown, known, copyOfCause(thrown, known, copied));
        copy.setStackTrace(thrown.getStackTrace());

        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!copied.contains(suppressed)) {
                copy.addSuppressed(withoutSecrets(suppressed, known, copied));
            }
        }

        return copy;
    }

    private static @Nullable Throwable copyOfCause(Throwable thrown, StandIns known, Set<Throwable> copied) {
        Throwable cause = thrown.getCause();

        if (cause == null || copied.contains(cause)) {
            return null;
        }

        return withoutSecrets(cause, known, copied);
    }

    private static Throwable withoutSecrets(Throwable thrown, StandIns known, Set<Throwable> copied) {
        return KnownSecrets.ofThisJvm().isIn(ThrownText.trace(thrown)) ? copy(thrown, known, copied) : thrown;
    }

    private static Throwable withoutTrace(Throwable thrown, StandIns known, @Nullable Throwable cause) {
        String type = typeOf(thrown);
        String message = KnownSecrets.ofThisJvm().redact(messageOf(thrown));
        Optional<Throwable> standIn = known.of(thrown, message, cause);

        if (standIn.isPresent()) {
            return standIn.get();
        }

        if (thrown.getClass() == UserError.class) {
            return ((UserError) thrown).with(message, cause);
        }

        if (thrown.getClass() == EnvironmentError.class) {
            return cause == null ? new EnvironmentError(message) : new EnvironmentError(message, cause);
        }

        return thrown instanceof AssertionError
                ? new RedactedError(type, message, cause)
                : new RedactedException(type, message, cause);
    }

    private static String messageOf(Throwable thrown) {
        String message = ThrownText.message(thrown);
        return message.isEmpty() ? typeOf(thrown) : message;
    }

    /** Makes errors that stand for others. */
    @FunctionalInterface
    public interface StandIns {

        /**
         * Return what takes the place of an error, or nothing.
         *
         * @param message without secrets
         * @param cause without secrets, or null
         */
        Optional<Throwable> of(Throwable thrown, String message, @Nullable Throwable cause);
    }

    /** An error that stands for one of another type. */
    public interface StandIn {

        /** Return the name of the type of what it stands for. */
        String type();
    }

    /** Test runners tell failures from errors by this type. */
    private static final class RedactedError extends AssertionError implements StandIn {

        private static final long serialVersionUID = 1;

        private final String type;

        RedactedError(String type, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }

        @SuppressWarnings("OverrideThrowableToString") // It prints as what it stands for.
        @Override
        public String toString() {
            return "%s: %s".formatted(type, getMessage());
        }
    }

    private static final class RedactedException extends RuntimeException implements StandIn {

        private static final long serialVersionUID = 1;

        private final String type;

        RedactedException(String type, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }

        @SuppressWarnings("OverrideThrowableToString") // It prints as what it stands for.
        @Override
        public String toString() {
            return "%s: %s".formatted(type, getMessage());
        }
    }
}
