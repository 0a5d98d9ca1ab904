package dev.lakelight.dbutils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.secret.KnownSecrets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretUtilsTest {

    private final KnownSecrets known = new KnownSecrets();
    private final SecretUtils secrets = new SecretUtils(new Secrets(
            Map.of(
                    "LAKELIGHT_SECRET_MY_VAULT__DB_PASSWORD", "hunter22",
                    "LAKELIGHT_SECRET_MY_VAULT__API_KEY", "k-1234",
                    "LAKELIGHT_SECRET_OTHER__X", "yyyy",
                    "HOME", "/home"),
            known));

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
                        + " Set the environment variable LAKELIGHT_SECRET_MY_VAULT__NONE for the test's JVM.");
        assertThatThrownBy(() -> secrets.list("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Scope none does not exist. Scopes: [my_vault, other]. A scope is there when one of its"
                        + " secrets is, such as the environment variable LAKELIGHT_SECRET_NONE__KEY.");
    }
}
