package dev.lakelight.dbutils;

/**
 * Tells runs apart.
 *
 * @param id unique in this JVM
 */
public record RunId(long id) {

    /** Return it as Databricks prints it. */
    @Override
    public String toString() {
        return "RunId(%d)".formatted(id);
    }
}
