package dev.lakelight.workspace.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How pages show values of the API. */
final class Shown {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Shown() {}

    /** Show a time of milliseconds since 1970; nothing when there is none. */
    static String time(JsonNode millis) {
        return millis.asLong() == 0 ? "" : TIME.format(Instant.ofEpochMilli(millis.asLong()));
    }

    /** Show the time between two; nothing when one has not come. */
    static String between(JsonNode start, JsonNode end) {
        if (start.asLong() == 0 || end.asLong() < start.asLong()) {
            return "";
        }

        Duration duration = Duration.ofMillis(end.asLong() - start.asLong());
        return duration.toMinutes() > 0
                ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** Show the state of a run or task in one word: its result once it has one. */
    static String state(JsonNode run) {
        JsonNode state = run.path("state");
        String result = state.path("result_state").asText();
        return result.isEmpty() ? state.path("life_cycle_state").asText() : result;
    }

    /** Return the class of the style for a state. */
    static String tone(String state) {
        return switch (state) {
            case "SUCCESS", "RUNNING" -> "good";
            case "FAILED",
                    "TIMEDOUT",
                    "INTERNAL_ERROR",
                    "ERROR",
                    "UPSTREAM_FAILED",
                    "MAXIMUM_CONCURRENT_RUNS_REACHED" -> "bad";
            default -> "plain";
        };
    }

    /** Return what to ask for the part of a list that a page is of. */
    static Map<String, String> page(ApiRequest request, String size) {
        Map<String, String> parameters = new HashMap<>(Map.of("limit", size));
        request.query().optionalText("page").ifPresent(token -> parameters.put("page_token", token));
        return parameters;
    }

    /** Return the next part of a list as a parameter of a link has it; empty when there is none. */
    static String next(JsonNode list) {
        return URLEncoder.encode(list.path("next_page_token").asText(), StandardCharsets.UTF_8);
    }

    /** Return where the page of a path of the workspace is. */
    static String link(String path) {
        return "/browse?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** Show each element of a list. */
    static <T> List<T> each(JsonNode list, Function<JsonNode, T> view) {
        List<T> views = new ArrayList<>();
        list.forEach(element -> views.add(view.apply(element)));
        return views;
    }
}
