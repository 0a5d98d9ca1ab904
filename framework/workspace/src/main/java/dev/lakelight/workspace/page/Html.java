package dev.lakelight.workspace.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.lakelight.workspace.api.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Makes pages of templates. All text is escaped; no script runs, and nothing is loaded but the style. */
final class Html {

    private static final String POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'self'; frame-src 'self'";
    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .emptyStringIsFalse(true)
            .defaultValue("")
            .withLoader(name -> new StringReader(resource(name + ".mustache")));

    private Html() {}

    /** Return a page. */
    static ApiResponse page(String template, String title, Map<String, ?> content) {
        Map<String, Object> values = new HashMap<>(content);
        values.put("title", title);
        String text = TEMPLATES
                .computeIfAbsent(template, name -> COMPILER.compile(resource(name + ".mustache")))
                .execute(values);
        return text("text/html; charset=utf-8", text)
                .with("Content-Security-Policy", POLICY)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer");
    }

    /** Return the style of all pages. */
    static ApiResponse style() {
        return text("text/css; charset=utf-8", resource("page.css"));
    }

    /** Lead the browser elsewhere. */
    static ApiResponse redirect(String place) {
        return ApiResponse.noContent().withStatus(303).with("Location", place);
    }

    private static ApiResponse text(String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ApiResponse.bytes(output -> output.write(bytes))
                .with("Content-Type", type)
                .with("X-Content-Type-Options", "nosniff");
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Html.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
