package dev.lakelight.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lakelight.problem.SecretFree;
import dev.lakelight.secret.KnownSecrets;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

class SecretFreeFailureTest {

    private static final String SECRET = "zebra-crossing-17";

    @BeforeAll
    static void keepBack() {
        KnownSecrets.ofThisJvm().add(SECRET);
    }

    private static Throwable secretFree(Throwable thrown) {
        return SecretFree.of(thrown, SecretFreeFailure::of);
    }

    @Test
    void keepsWhatWasExpectedAndFound() {
        Throwable failure = catchThrowable(() -> assertThat("user:" + SECRET).isEqualTo("user:none"));

        Throwable shown = secretFree(failure);

        assertThat(shown).isInstanceOf(AssertionFailedError.class);
        assertThat(shown.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(shown.toString())
                .startsWith("org.opentest4j.AssertionFailedError: ")
                .doesNotContain(SECRET);
        assertThat(((AssertionFailedError) shown).getExpected())
                .extracting(ValueWrapper::getStringRepresentation)
                .asString()
                .contains("user:none");
        assertThat(((AssertionFailedError) shown).getActual())
                .extracting(ValueWrapper::getStringRepresentation)
                .asString()
                .contains("user:[REDACTED]");
        assertThat(SecretFree.typeOf(shown)).isEqualTo("org.opentest4j.AssertionFailedError");
        assertThat(secretFree(shown)).isSameAs(shown);
    }

    @Test
    void keepsItInCausesAndSuppressedFailuresToo() {
        AssertionError failure = new AssertionError("outer", new AssertionFailedError(SECRET, 1, 2));
        failure.addSuppressed(new AssertionFailedError(SECRET, "a", null));

        Throwable shown = secretFree(failure);

        assertThat(shown.getCause()).isInstanceOf(AssertionFailedError.class).hasMessage("[REDACTED]");
        assertThat(((AssertionFailedError) shown.getSuppressed()[0]).isActualDefined())
                .isTrue();
    }

    @Test
    void leavesFailuresWithoutValuesToOthers() {
        Throwable shown = secretFree(catchThrowable(() -> Assertions.fail(SECRET)));

        assertThat(shown)
                .isExactlyInstanceOf(secretFree(new AssertionError(SECRET)).getClass());
    }
}
