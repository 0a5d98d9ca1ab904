package dev.lakelight.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Keeps values out of reports whose names sound like secrets. */
final class Secrets {

    static final String REDACTED = "(redacted)";

    private static final Pattern SECRET = Pattern.compile(
            "passw|passphrase|secret|token|credential|api.?key|access.?key|private.?key|account.key",
            Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    static Map<String, String> redacted(Map<String, String> values) {
        Map<String, String> shown = new LinkedHashMap<>(values);
        shown.replaceAll((name, value) -> SECRET.matcher(name).find() ? REDACTED : value);
        return shown;
    }
}
