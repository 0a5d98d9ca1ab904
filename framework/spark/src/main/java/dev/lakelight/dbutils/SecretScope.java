package dev.lakelight.dbutils;

/**
 * A scope of secrets.
 *
 * @param name of the scope
 */
public record SecretScope(String name) {

    /** Return the name, as Databricks has it too. */
    public String getName() {
        return name;
    }

    /** Return it as Databricks prints it. */
    @Override
    public String toString() {
        return "SecretScope(%s)".formatted(name);
    }
}
