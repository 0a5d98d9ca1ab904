package dev.lakelight.secret;

import static org.assertj.core.api.Assertions.assertThat;

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
}
