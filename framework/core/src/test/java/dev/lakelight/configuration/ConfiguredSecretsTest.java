package dev.lakelight.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.configuration.SecretSpec.Source;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.secret.KnownSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredSecretsTest {

    private final KnownSecrets known = new KnownSecrets();

    private ConfiguredSecrets read(Source... sources) {
        List<SecretSpec> specs = List.of(sources).stream()
                .map(source -> new SecretSpec("My-Vault", "key", source, new SourceLocation("a.yml", 4)))
                .toList();
        return ConfiguredSecrets.read(specs, Map.of("DB_PASSWORD", "hunter22", "EMPTY", ""), known);
    }

    @Test
    void comeFromVariablesFilesAndValues(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "line 1\nline 2\r\n");

        assertThat(read(new Source.Variable("DB_PASSWORD")).find("my-vault", "key"))
                .contains("hunter22");
        assertThat(read(new Source.SecretFile(file)).find("MY-VAULT", "key")).contains("line 1\nline 2");
        assertThat(read(new Source.Value("test-only")).find("my-vault", "key")).contains("test-only");
        assertThat(known.redact("hunter22, line 1\nline 2, test-only")).isEqualTo("[REDACTED], [REDACTED], [REDACTED]");
    }

    @Test
    void areFoundByExactKeysOnly() {
        ConfiguredSecrets secrets = read(new Source.Value("test-only"));

        assertThat(secrets.find("my-vault", "KEY")).isEmpty();
        assertThat(secrets.problem("my-vault", "KEY")).isEmpty();
        assertThat(secrets.find("other", "key")).isEmpty();
        assertThat(secrets.scopes()).containsExactly("My-Vault");
        assertThat(secrets.keys("my-vault")).containsExactly("key");
    }

    @Test
    void sayWhatToDoWhenTheyCannotBeRead(@TempDir Path folder) {
        ConfiguredSecrets missing = read(new Source.Variable("NOWHERE"));

        assertThat(missing.find("my-vault", "key")).isEmpty();
        assertThat(missing.problem("my-vault", "key"))
                .contains("a.yml:4 takes it from the environment variable NOWHERE, which is not set."
                        + " Set it for the JVM of the tests.");
        assertThat(read(new Source.Variable("EMPTY")).problem("my-vault", "key"))
                .isPresent();
        assertThat(read(new Source.SecretFile(folder.resolve("none"))).problem("my-vault", "key"))
                .contains("a.yml:4 takes it from the file %s, which does not exist. Write the value into it."
                        .formatted(folder.resolve("none")));
        assertThat(read(new Source.SecretFile(folder))
                        .problem("my-vault", "key")
                        .orElseThrow())
                .startsWith("a.yml:4 takes it from the file %s, which cannot be read: ".formatted(folder));
    }

    @Test
    void tellNoValueWhenTheyArePrinted() {
        Configuration configuration = new Configuration("small", Map.of(), Map.of(), List.of())
                .withSecrets(List.of(new SecretSpec("s", "k", new Source.Value("hunter22"), null)));

        assertThat(configuration.toString()).contains("scope=s").doesNotContain("hunter22");
    }
}
