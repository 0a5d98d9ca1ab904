package dev.lakelight.result;

/** An event log that another version of Lakelight wrote. */
final class ForeignEventLog extends RuntimeException {

    private static final long serialVersionUID = 1;

    ForeignEventLog(String schema) {
        super(
                "The event log is of schema %s, but this version reads schema %d. The Maven plugin and lakelight-junit must be of one version."
                        .formatted(schema, EventFormat.SCHEMA));
    }
}
