package dev.lakelight.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects, one a row: one a line, or all in one array. A key that a row leaves out is NULL. */
final class JsonFile implements RowSource {

    private final DataFile file;

    JsonFile(DataFile file) {
        this.file = file;
    }

    @Override
    public Header header() {
        return header(records());
    }

    @Override
    public void readInto(RowTyping typing) {
        List<Located> records = records();
        Header header = header(records);
        typing.columns(header);

        for (Located each : records) {
            List<@Nullable Object> values = new ArrayList<>();
            header.names().forEach(name -> values.add(each.fields().get(name)));
            typing.row(new WrittenRow(Place.of(file.at(each.line())), values));
        }
    }

    private Header header(List<Located> records) {
        Set<String> names = new LinkedHashSet<>();
        records.stream().map(each -> each.fields().keySet()).forEach(names::addAll);
        return new Header(Place.of(file.at(1)), List.copyOf(names), List.of());
    }

    private List<Located> records() {
        try (JsonParser parser = JsonText.parser(file)) {
            List<Located> records = new ArrayList<>();
            boolean inArray = parser.nextToken() == JsonToken.START_ARRAY;

            for (JsonToken token = inArray ? parser.nextToken() : parser.currentToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                records.add(record(parser));
            }

            return records;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UserError(
                    "%s is not JSON: %s.".formatted(file.at(Math.max(0, line)), e.getOriginalMessage()), file.at(line));
        } catch (IOException e) {
            throw new UserError("%s cannot be read: %s.".formatted(file.name(), e.getMessage()), e);
        }
    }

    private Located record(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();

        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new UserError(
                    "%s: found %s, accepted is a JSON object for each row, {\"id\": 1}."
                            .formatted(file.at(line), parser.getText()),
                    file.at(line));
        }

        return new Located(line, JsonText.object(parser));
    }

    /** An object and the line in which it begins. */
    private record Located(int line, Map<String, @Nullable Object> fields) {}
}
