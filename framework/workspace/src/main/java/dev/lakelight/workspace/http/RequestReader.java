package dev.lakelight.workspace.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.WireJson;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads what requests say. Content types are not trusted, as clients send {@code text/json}, or none: what is not a form is JSON.
 *
 * @param largestUpload in bytes
 */
record RequestReader(long largestUpload) {

    /** The largest notebook in Base64, and what else is in the body. */
    private static final int LARGEST_JSON = 16 << 20;

    InputStream content(Context context) throws IOException {
        long announced = context.req().getContentLengthLong();

        if (announced > largestUpload) {
            throw ApiErrors.tooLarge(largestUpload);
        }

        return new LimitedStream(context.req().getInputStream(), largestUpload);
    }

    Parameters query(Context context) {
        ObjectNode values = WireJson.mapper().createObjectNode();
        addPairs(values, Objects.requireNonNullElse(context.req().getQueryString(), ""));
        return new Parameters(values);
    }

    Parameters parameters(Context context) {
        ObjectNode values = query(context).values();
        String type =
                Objects.requireNonNullElse(context.req().getContentType(), "").toLowerCase(Locale.ROOT);

        if (type.startsWith("multipart/form-data")) {
            addParts(values, context);
        } else {
            addBody(values, type, body(context));
        }

        return new Parameters(values);
    }

    /** What curl is told to send it calls a form, whatever it is. */
    private static void addBody(ObjectNode values, String type, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);

        if (type.startsWith("application/x-www-form-urlencoded")
                && !text.stripLeading().startsWith("{")) {
            addPairs(values, text);
        } else {
            values.setAll(json(body));
        }
    }

    private static void addParts(ObjectNode values, Context context) {
        try {
            context.formParamMap().forEach((name, texts) -> add(values, name, texts));
            context.uploadedFileMap().forEach((name, files) -> addFile(values, name, files.get(0)));
        } catch (ApiException e) {
            throw e;
        } catch (Exception e) {
            // Checked ones too: Kotlin declares none.
            throw ApiErrors.malformed("the form cannot be read.");
        }
    }

    private static void addFile(ObjectNode values, String name, UploadedFile file) {
        try (InputStream content = file.content()) {
            byte[] bytes = content.readNBytes(LARGEST_JSON + 1);

            if (bytes.length > LARGEST_JSON) {
                throw ApiErrors.tooLarge(LARGEST_JSON);
            }

            values.put(name, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addPairs(ObjectNode values, String pairs) {
        for (String pair : pairs.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                add(values, decode(parts[0]), List.of(parts.length == 1 ? "" : decode(parts[1])));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiErrors.malformed("the query holds a broken escape sequence.");
        }
    }

    // A name that comes again is one of a list.
    private static void add(ObjectNode values, String name, List<String> texts) {
        for (String text : texts) {
            JsonNode known = values.get(name);

            if (known == null) {
                values.put(name, text);
            } else if (known.isArray()) {
                values.withArray(name).add(text);
            } else {
                values.putArray(name).add(known).add(text);
            }
        }
    }

    private byte[] body(Context context) {
        try {
            byte[] body = context.req().getInputStream().readNBytes(LARGEST_JSON + 1);

            if (body.length > LARGEST_JSON) {
                throw ApiErrors.tooLarge(LARGEST_JSON);
            }

            return body;
        } catch (IOException e) {
            throw ApiErrors.malformed("the body ends too early.");
        }
    }

    private static ObjectNode json(byte[] body) {
        if (new String(body, StandardCharsets.UTF_8).isBlank()) {
            return WireJson.mapper().createObjectNode();
        }

        try {
            JsonNode node = WireJson.mapper().readTree(body);

            if (node instanceof ObjectNode object) {
                return object;
            }

            throw ApiErrors.malformed("the body is not a JSON object.");
        } catch (JsonProcessingException e) {
            throw ApiErrors.malformed(e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
