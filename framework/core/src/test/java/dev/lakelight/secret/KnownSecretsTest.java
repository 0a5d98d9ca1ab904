package dev.lakelight.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownSecretsTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the password is hunter22!    | the password is [REDACTED]!",
                "hunter22hunter22             | [REDACTED][REDACTED]",
                "hunter22-and-more            | [REDACTED]",
                "Hunter22                     | Hunter22",
                "hunter2                      | hunter2",
                "abc                          | [REDACTED]",
                "abcd                         | abcd",
            })
    void keepsValuesBack(String text, String shown) {
        KnownSecrets secrets = new KnownSecrets();
        secrets.add("hunter22\n");
        secrets.add("hunter22-and-more");
        secrets.add("abc");

        assertThat(secrets.redact(text)).isEqualTo(shown);
    }

    @Test
    void knowsNothingOfAnEmptySecret() {
        KnownSecrets secrets = new KnownSecrets();

        secrets.add(" ");

        assertThat(secrets.isEmpty()).isTrue();
        assertThat(secrets.redact("a b")).isEqualTo("a b");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p&ss \"word'+",
                "p%26ss+%22word%27%2B",
                "p%26ss%20%22word%27%2B",
                "p&ss \\\"word'+",
                "p&amp;ss \"word'+",
                "p&amp;ss &quot;word&#39;+",
                "p&amp;ss &quot;word&apos;+",
            })
    void recognizesTheFormsThatAValueHasInUrlsJsonAndMarkup(String form) {
        KnownSecrets secrets = new KnownSecrets();
        secrets.add("p&ss \"word'+");

        assertThat(secrets.redact("<" + form + ">")).isEqualTo("<[REDACTED]>");
        assertThat(secrets.isIn(form)).isTrue();
    }

    @Test
    void leavesNothingOfValuesThatOverlap() {
        KnownSecrets secrets = new KnownSecrets();
        secrets.add("abcd12");
        secrets.add("d123456789");

        assertThat(secrets.redact("-abcd123456789-")).isEqualTo("-[REDACTED]-");
    }

    @Test
    void knowsTheSecretsOfTheEnvironmentFromTheStart() {
        KnownSecrets secrets =
                KnownSecrets.ofEnvironment(Map.of("LAKELIGHT_SECRET_A__B", "hunter22", "HOME", "/home/ann"));

        assertThat(secrets.redact("hunter22 in /home/ann")).isEqualTo("[REDACTED] in /home/ann");
    }

    @Test
    void findsManyValuesInMuchText() {
        KnownSecrets secrets = new KnownSecrets();
        IntStream.range(0, 50).forEach(i -> secrets.add("secret-number-" + i));
        String line = "secret-number-x 2011-12-09 an ordinary line of output with secrets-number-7 in it\n";

        assertThat(secrets.redact(line.repeat(1000) + "secret-number-49")).isEqualTo(line.repeat(1000) + "[REDACTED]");
    }
}
