package dev.lakelight.dbutils;

/**
 * What a list tells of a secret.
 *
 * @param key of the secret in its scope
 */
public record SecretMetadata(String key) {

    /** Return it as Databricks prints it. */
    @Override
    public String toString() {
        return "SecretMetadata(%s)".formatted(key);
    }
}
