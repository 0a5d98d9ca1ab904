package dev.lakelight.benchmark.statements;

/** The statements of a round, in order. Each finds a version of the table that nobody has read before, as those of pipelines do. */
enum Statement {
    INSERT("INSERT INTO %s SELECT id, concat('name ', id), id / 2 FROM range(100)"),
    MERGE(
            "MERGE INTO %s t USING (SELECT id + 50 AS id, 'merged' AS name, 1.0 AS amount FROM range(100)) s ON t.id = s.id"
                    + " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"),
    UPDATE("UPDATE %s SET name = 'updated' WHERE id = 3"),
    DELETE("DELETE FROM %s WHERE id = 4"),
    SELECT("SELECT name, sum(amount) FROM %s GROUP BY name ORDER BY name");

    static final String CREATE = "CREATE TABLE %s (id BIGINT, name STRING, amount DOUBLE)";

    private final String text;

    Statement(String text) {
        this.text = text;
    }

    String on(String table) {
        return text.formatted(table);
    }
}
