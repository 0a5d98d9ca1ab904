package dev.lakelight.junit;

import dev.lakelight.problem.SecretFree;
import dev.lakelight.secret.KnownSecrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/** Stands for a failure whose text holds a secret: IDEs and reports still show what was expected and what was found. */
final class SecretFreeFailure extends AssertionFailedError implements SecretFree.StandIn {

    private static final long serialVersionUID = 1;

    private final String type;

    private SecretFreeFailure(AssertionFailedError failure, String message, @Nullable Throwable cause) {
        super(message, redacted(failure.getExpected()), redacted(failure.getActual()), cause);
        this.type = SecretFree.typeOf(failure);
    }

    static Optional<Throwable> of(Throwable thrown, String message, @Nullable Throwable cause) {
        return thrown instanceof AssertionFailedError failure
                        && failure.isExpectedDefined()
                        && failure.isActualDefined()
                ? Optional.of(new SecretFreeFailure(failure, message, cause))
                : Optional.empty();
    }

    private static @Nullable String redacted(@Nullable ValueWrapper value) {
        return value == null ? null : KnownSecrets.ofThisJvm().redact(value.getStringRepresentation());
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
