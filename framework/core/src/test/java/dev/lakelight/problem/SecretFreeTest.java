package dev.lakelight.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.SourceLocation;
import dev.lakelight.secret.KnownSecrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecretFreeTest {

    private static final String SECRET = "giraffe-parking-31";

    @BeforeAll
    static void keepBack() {
        KnownSecrets.ofThisJvm().add(SECRET);
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void leavesWhatHoldsNoSecretAsItIs() {
        Throwable thrown = new IllegalStateException("outer", new IOException("inner"));

        assertThat(SecretFree.of(thrown)).isSameAs(thrown);
    }

    @Test
    void printsAsWhatWasThrown() {
        Throwable thrown =
                new IllegalStateException("outer " + SECRET, new IOException("inner", new Error(SECRET + "!")));
        thrown.addSuppressed(new RuntimeException("beside it " + SECRET));

        Throwable secretFree = SecretFree.of(thrown);

        assertThat(trace(secretFree)).isEqualTo(trace(thrown).replace(SECRET, "[REDACTED]"));
        assertThat(SecretFree.typeOf(secretFree)).isEqualTo("java.lang.IllegalStateException");
        assertThat(SecretFree.of(secretFree)).isSameAs(secretFree);
    }

    @Test
    void keepsCausesWithoutSecrets() {
        IOException cause = new IOException("inner");

        assertThat(SecretFree.of(new IllegalStateException(SECRET, cause))).hasCause(cause);
    }

    @Test
    void comesToAnEndWithCausesOfEachOther() {
        Throwable inner = new IOException("inner " + SECRET);
        Throwable outer = new IllegalStateException("outer", inner);
        inner.initCause(outer);

        Throwable secretFree = SecretFree.of(outer);

        assertThat(trace(secretFree)).contains("inner [REDACTED]").doesNotContain(SECRET);
    }

    @Test
    void staysWhatTestRunnersAndReportsTellApart() {
        SourceLocation place = new SourceLocation("a.sql", 3);

        assertThat(SecretFree.of(new AssertionError(SECRET))).isInstanceOf(AssertionError.class);
        assertThat(SecretFree.of(new EnvironmentError(SECRET))).isExactlyInstanceOf(EnvironmentError.class);
        assertThat(SecretFree.of(new UserError(SECRET, place)))
                .isExactlyInstanceOf(UserError.class)
                .hasMessage("[REDACTED]")
                .extracting(error -> ((UserError) error).location().orElseThrow())
                .isEqualTo(place);
    }
}
