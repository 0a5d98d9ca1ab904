package dev.lakelight.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How a value is written where some of its characters mean something else. Changed in any other way it is another text. */
final class SecretForms {

    private static final Map<Character, String> JSON =
            Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\r', "\\r", '\t', "\\t");

    private static final Map<Character, String> MARKUP = Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;");

    private SecretForms() {}

    /** Return the value itself and its other forms. */
    static Set<String> of(String value) {
        Set<String> forms = new TreeSet<>(List.of(value));
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        forms.add(escaped(value, JSON));
        String markup = escaped(value, MARKUP);
        forms.add(markup);

        for (String apostrophe : List.of("'", "&#39;", "&#x27;", "&apos;")) {
            forms.add(markup.replace("\"", "&quot;").replace("'", apostrophe));
        }

        return forms;
    }

    private static String escaped(String value, Map<Character, String> escapes) {
        StringBuilder escaped = new StringBuilder();
        value.chars()
                .mapToObj(character -> (char) character)
                .forEach(character -> escaped.append(escapes.getOrDefault(character, String.valueOf(character))));
        return escaped.toString();
    }
}
