package dev.lakelight.workspace.statement;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.driver.StatementResult;
import dev.lakelight.workspace.driver.StatementResult.Column;
import dev.lakelight.workspace.driver.StatementResult.Cut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements and results on the wire. */
final class StatementAnswer {

    static final int ROWS_A_CHUNK = 10_000;

    private StatementAnswer() {}

    static Map<String, Object> of(StatementRun run) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("statement_id", run.id());
        answer.put("status", status(run));
        run.result().ifPresent(result -> {
            answer.put("manifest", manifest(result));
            answer.put("result", chunk(run.id(), result, 0));
        });
        return answer;
    }

    private static Map<String, Object> status(StatementRun run) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("state", run.state());
        run.error().ifPresent(error -> {
            status.put("error", Map.of("error_code", error.code(), "message", error.message()));

            if (!error.sqlState().isEmpty()) {
                status.put("sql_state", error.sqlState());
            }
        });
        return status;
    }

    private static Map<String, Object> manifest(StatementResult result) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", "JSON_ARRAY");
        manifest.put("schema", schema(result.columns()));
        manifest.put("total_chunk_count", chunks(result));
        manifest.put("total_row_count", result.rows().size());
        manifest.put("total_byte_count", result.bytes());
        manifest.put("truncated", result.cutBy() != Cut.NOTHING);
        List<Map<String, Object>> chunks = new ArrayList<>();

        for (int i = 0; i < chunks(result); i++) {
            chunks.add(Map.of("chunk_index", i, "row_offset", from(i), "row_count", to(result, i) - from(i)));
        }

        manifest.put("chunks", chunks);
        return manifest;
    }

    private static Map<String, Object> schema(List<Column> columns) {
        List<Map<String, Object>> wire = new ArrayList<>();

        for (Column column : columns) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("name", column.name());
            each.put("position", wire.size());
            each.put("type_name", column.typeName());
            each.put("type_text", column.typeText());
            put(each, "type_precision", column.precision());
            put(each, "type_scale", column.scale());
            wire.add(each);
        }

        return Map.of("column_count", columns.size(), "columns", wire);
    }

    private static void put(Map<String, Object> values, String name, @Nullable Integer value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** Return a part of a result. A result without rows has none. */
    static Map<String, Object> chunk(String id, StatementResult result, int index) {
        if (index < 0 || (index >= chunks(result) && index > 0)) {
            throw ApiErrors.invalid(
                    "The result has %d chunks; there is none with the index %d.".formatted(chunks(result), index));
        }

        Map<String, Object> chunk = new LinkedHashMap<>();
        chunk.put("chunk_index", index);
        chunk.put("row_offset", from(index));
        chunk.put("row_count", to(result, index) - from(index));
        chunk.put("data_array", result.rows().subList(from(index), to(result, index)));

        if (index + 1 < chunks(result)) {
            chunk.put("next_chunk_index", index + 1);
            chunk.put(
                    "next_chunk_internal_link", "/api/2.0/sql/statements/%s/result/chunks/%d".formatted(id, index + 1));
        }

        return chunk;
    }

    private static int chunks(StatementResult result) {
        return (result.rows().size() + ROWS_A_CHUNK - 1) / ROWS_A_CHUNK;
    }

    private static int from(int index) {
        return index * ROWS_A_CHUNK;
    }

    private static int to(StatementResult result, int index) {
        return Math.min(result.rows().size(), from(index) + ROWS_A_CHUNK);
    }
}
