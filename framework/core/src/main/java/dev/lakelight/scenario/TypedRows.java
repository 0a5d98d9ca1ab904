package dev.lakelight.scenario;

import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code rows} and {@code schema} of a table. */
record TypedRows(Optional<Source> source, @Nullable String schema, List<String> columns) {

    static TypedRows parse(YamlObject table) {
        Optional<String> schema = table.value("schema").map(YamlValue::string).filter(ddl -> !ddl.isEmpty());
        Optional<List<String>> columns = schema.flatMap(SchemaColumns::of);

        if (schema.isPresent() && columns.isEmpty()) {
            table.value("schema").ifPresent(value -> value.reject(ScenarioMessages.badSchema(value.raw())));
        }

        Optional<Source> source = table.value("rows").flatMap(rows -> SourceParser.rows(rows, columns));
        return new TypedRows(source, schema.orElse(null), columns.orElse(List.of()));
    }
}
