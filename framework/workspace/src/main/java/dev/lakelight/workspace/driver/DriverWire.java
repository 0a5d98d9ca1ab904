package dev.lakelight.workspace.driver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of JSON between workspace and driver, which are equals here. Several threads may send; one receives. */
final class DriverWire implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private final Socket socket;
    private final BufferedReader in;
    private final BufferedWriter out;

    DriverWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s cannot be written as JSON".formatted(value.getClass()), e);
        }
    }

    static <T> T read(String json, Class<T> type) throws IOException {
        return JSON.readValue(json, type);
    }

    static <T> T read(JsonNode json, Class<T> type) {
        try {
            return JSON.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no %s: %s".formatted(type, e.getOriginalMessage()), e);
        }
    }

    void send(long id, DriverMessage.Kind kind, Object body) throws IOException {
        String line = text(new DriverMessage(id, kind, JSON.valueToTree(body)));

        synchronized (out) {
            out.write(line);
            out.write('\n');
            out.flush();
        }
    }

    /** Wait for the next message; nothing comes after the other side has closed. */
    Optional<DriverMessage> receive() throws IOException {
        String line = in.readLine();
        return line == null ? Optional.empty() : Optional.of(read(line, DriverMessage.class));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
