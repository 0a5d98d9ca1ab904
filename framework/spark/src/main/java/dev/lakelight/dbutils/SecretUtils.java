package dev.lakelight.dbutils;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** {@code dbutils.secrets}. What it returns is kept out of all that is written about the run. */
public final class SecretUtils {

    private final Secrets secrets;

    /** Create the object for one run. */
    public SecretUtils(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Return a secret.
     *
     * @throws IllegalArgumentException when there is none
     */
    public String get(String scope, String key) {
        return secrets.find(scope, key)
                .orElseThrow(() -> new IllegalArgumentException("Secret does not exist with scope: %s and key: %s. %s"
                        .formatted(scope, key, secrets.advice(scope, key))));
    }

    /**
     * Return a secret in UTF-8.
     *
     * @throws IllegalArgumentException when there is none
     */
    public byte[] getBytes(String scope, String key) {
        return get(scope, key).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * List the secrets of a scope.
     *
     * @throws IllegalArgumentException when there are none
     */
    public Seq<SecretMetadata> list(String scope) {
        List<String> keys = secrets.keys(scope);

        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "Scope %s does not exist! Scopes: %s. A scope is there when one of its secrets is: name one in the configuration, or set an environment variable such as %s."
                            .formatted(scope, secrets.scopes(), Secrets.variable(scope, "key")));
        }

        return listed(keys, SecretMetadata::new);
    }

    /** List the scopes. */
    public Seq<SecretScope> listScopes() {
        return listed(secrets.scopes(), SecretScope::new);
    }

    private static <T> Seq<T> listed(List<String> names, Function<String, T> item) {
        return CollectionConverters.asScala(names.stream().map(item).toList()).toSeq();
    }

    /** Print what there is. */
    public void help() {
        CellPrinter.help("secrets", SecretUtils.class);
    }

    /** Print what a method takes. */
    public void help(String method) {
        CellPrinter.help("secrets", SecretUtils.class, method);
    }
}
