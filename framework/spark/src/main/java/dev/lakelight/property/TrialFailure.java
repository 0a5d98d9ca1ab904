package dev.lakelight.property;

import dev.lakelight.secret.KnownSecrets;

/** A check is not true of generated tables. Its cause is what the check has thrown for the smallest of them. */
public final class TrialFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    TrialFailure(String message, Throwable cause) {
        super(KnownSecrets.ofThisJvm().redact(message), cause);
    }
}
