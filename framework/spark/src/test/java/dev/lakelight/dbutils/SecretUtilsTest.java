package dev.lakelight.dbutils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.configuration.ConfiguredSecrets;
import dev.lakelight.configuration.SecretSpec;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.secret.KnownSecrets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretUtilsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "LAKELIGHT_SECRET_MY_VAULT__DB_PASSWORD", "hunter22",
            "LAKELIGHT_SECRET_MY_VAULT__API_KEY", "k-1234",
            "LAKELIGHT_SECRET_OTHER__X", "yyyy",
            "HOME", "/home");

    private final KnownSecrets known = new KnownSecrets();
    private final SecretUtils secrets = new SecretUtils(new Secrets(ENVIRONMENT, known));

    @Test
    void readsSecretsWhoseNamesAreWrittenInAnyWay() {
        assertThat(secrets.get("my-vault", "db-password")).isEqualTo("hunter22");
        assertThat(secrets.get("my_vault", "DB.Password")).isEqualTo("hunter22");
        assertThat(secrets.getBytes("other", "x")).asString().isEqualTo("yyyy");
    }

    @Test
    void keepsBackWhatWasReadAndNothingElse() {
        secrets.get("my-vault", "db-password");

        assertThat(known.redact("hunter22 k-1234")).isEqualTo("[REDACTED] k-1234");
    }

    @Test
    void listsScopesAndKeys() {
        assertThat(secrets.listScopes().mkString(", ")).isEqualTo("SecretScope(my_vault), SecretScope(other)");
        assertThat(secrets.list("my-vault").mkString(", "))
                .isEqualTo("SecretMetadata(api_key), SecretMetadata(db_password)");
        assertThat(secrets.listScopes().head().getName()).isEqualTo("my_vault");
    }

    @Test
    void namesTheVariableOfASecretThatIsMissing() {
        assertThatThrownBy(() -> secrets.get("my-vault", "none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Secret does not exist with scope: my-vault and key: none."
                        + " Set the environment variable LAKELIGHT_SECRET_MY_VAULT__NONE for the test's JVM,"
                        + " or name the secret in the configuration.");
        assertThatThrownBy(() -> secrets.list("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Scope none does not exist! Scopes: [my_vault, other]. A scope is there when one of its"
                        + " secrets is: name one in the configuration, or set an environment variable such as"
                        + " LAKELIGHT_SECRET_NONE__KEY.");
    }

    @Test
    void readsWhatTheConfigurationNamesBeforeTheEnvironment() {
        SecretUtils configured = configured("my-vault", new SecretSpec.Source.Value("of the configuration"));

        assertThat(configured.get("My-Vault", "db-password")).isEqualTo("of the configuration");
        assertThat(configured.get("my-vault", "api-key")).isEqualTo("k-1234");
        assertThat(configured.listScopes().mkString(", "))
                .isEqualTo("SecretScope(my-vault), SecretScope(my_vault), SecretScope(other)");
        assertThat(configured.list("MY-VAULT").mkString(", "))
                .isEqualTo("SecretMetadata(api_key), SecretMetadata(db-password), SecretMetadata(db_password)");
    }

    @Test
    void namesThePlaceOfASecretThatCannotBeRead() {
        SecretUtils configured = configured("vault", new SecretSpec.Source.Variable("LAKELIGHT_TEST_IS_NOT_SET"));

        assertThatThrownBy(() -> configured.get("vault", "db-password"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Secret does not exist with scope: vault and key: db-password. a.yml:4 takes it from the"
                                + " environment variable LAKELIGHT_TEST_IS_NOT_SET, which is not set. Set it for the JVM of the tests.");
    }

    private SecretUtils configured(String scope, SecretSpec.Source source) {
        SecretSpec spec = new SecretSpec(scope, "db-password", source, new SourceLocation("a.yml", 4));
        return new SecretUtils(new Secrets(ENVIRONMENT, known, ConfiguredSecrets.read(List.of(spec))));
    }
}
