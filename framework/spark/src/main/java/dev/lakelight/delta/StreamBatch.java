package dev.lakelight.delta;

import static java.util.Objects.requireNonNull;

/**
 * A micro-batch that a stream has written, or any other writer that numbers its transactions: Delta's action {@code txn}.
 *
 * @param writer id of the streaming query, or what was given as {@code txnAppId}
 * @param number of the batch, or what was given as {@code txnVersion}
 */
public record StreamBatch(String writer, long number) {

    public StreamBatch {
        requireNonNull(writer, "writer");
    }
}
