package dev.lakelight.result;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Runs of modules as JSON, to be handed from one process to another and to be kept. Secrets that this JVM knows are left out. */
public final class ModuleRunJson {

    private ModuleRunJson() {}

    /** Write a run. The text has no line breaks. */
    public static String write(ModuleRun run) {
        try {
            return EventFormat.JSON.writeValueAsString(run);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run cannot be written: " + run.module(), e);
        }
    }

    /**
     * Read what {@link #write} has written.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static ModuleRun read(String json) {
        try {
            return EventFormat.JSON.readValue(json, ModuleRun.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not the record of a run: " + e.getOriginalMessage(), e);
        }
    }
}
