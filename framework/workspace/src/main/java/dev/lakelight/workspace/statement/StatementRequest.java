package dev.lakelight.workspace.statement;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.cluster.WarehouseCluster;
import dev.lakelight.workspace.driver.StatementOrder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as a client asks for it.
 *
 * @param patience how long the client waits for the result
 * @param cancelsWhenLate what happens when that is not enough
 * @param mayBeCut whether a result that is too large is cut rather than refused
 */
record StatementRequest(StatementOrder order, Duration patience, boolean cancelsWhenLate, boolean mayBeCut) {

    private static final long INLINE_BYTES = 25L << 20;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,3})s");

    private enum Disposition {
        INLINE,
        EXTERNAL_LINKS
    }

    private enum Format {
        JSON_ARRAY,
        ARROW_STREAM,
        CSV
    }

    private enum OnWaitTimeout {
        CONTINUE,
        CANCEL
    }

    static StatementRequest of(Parameters parameters) {
        requireSupported(parameters);
        OptionalLong bytes = positive(parameters, "byte_limit");
        StatementOrder order = new StatementOrder(
                parameters.text("statement"),
                parameters
                        .optionalText("catalog")
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                parameters
                        .optionalText("schema")
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                values(parameters),
                positive(parameters, "row_limit").orElse(Long.MAX_VALUE),
                Math.min(INLINE_BYTES, bytes.orElse(INLINE_BYTES)));
        boolean cancels = parameters
                .constant("on_wait_timeout", OnWaitTimeout.class)
                .filter(OnWaitTimeout.CANCEL::equals)
                .isPresent();
        StatementRequest request = new StatementRequest(order, wait(parameters), cancels, bytes.isPresent());
        requireWarehouse(parameters.text("warehouse_id"));
        return request;
    }

    static void requireWarehouse(String id) {
        if (!id.equals(WarehouseCluster.ID)) {
            throw ApiErrors.notFound("The warehouse %s was not found. The local workspace has one, with the id %s."
                    .formatted(id, WarehouseCluster.ID));
        }
    }

    private static void requireSupported(Parameters parameters) {
        Disposition disposition =
                parameters.constant("disposition", Disposition.class).orElse(Disposition.INLINE);
        Format format = parameters.constant("format", Format.class).orElse(Format.JSON_ARRAY);

        if (disposition != Disposition.INLINE || format != Format.JSON_ARRAY) {
            throw ApiErrors.invalid(
                    "The local workspace has no results as %s with the disposition %s. Use JSON_ARRAY and INLINE."
                            .formatted(format, disposition));
        }
    }

    private static OptionalLong positive(Parameters parameters, String name) {
        OptionalLong number = parameters.optionalNumber(name);

        if (number.isPresent() && number.getAsLong() <= 0) {
            throw ApiErrors.invalid("Field '%s' must be greater than 0.".formatted(name));
        }

        return number;
    }

    private static List<StatementOrder.Parameter> values(Parameters parameters) {
        return parameters.objects("parameters").stream()
                .map(each -> new StatementOrder.Parameter(
                        each.text("name"),
                        each.optionalText("value").orElse(null),
                        each.optionalText("type").orElse("STRING")))
                .toList();
    }

    private static Duration wait(Parameters parameters) {
        String text = parameters.optionalText("wait_timeout").orElse("10s");
        Matcher matcher = SECONDS.matcher(text);
        long seconds = matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;

        if (seconds != 0 && (seconds < 5 || seconds > 50)) {
            throw ApiErrors.invalid("Field 'wait_timeout' is '%s', but must be 0s, or from 5s to 50s.".formatted(text));
        }

        return Duration.ofSeconds(seconds);
    }
}
