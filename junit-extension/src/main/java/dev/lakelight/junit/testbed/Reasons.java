package dev.lakelight.junit.testbed;

import dev.lakelight.result.Problem;
import dev.lakelight.runtime.NotebookRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a module failed: Spark wraps what goes wrong in a task, and users want to know what went wrong. */
public final class Reasons {

    private static final int LONGEST_CHAIN = 100;

    private Reasons() {}

    /** Return the message of the failure and those of its causes that say something new; empty when nothing is said. */
    public static List<String> of(NotebookRun run) {
        List<String> messages = new ArrayList<>();
        Optional.ofNullable(run.record().problem()).map(Problem::message).ifPresent(messages::add);
        run.failure().stream()
                .flatMap(failure -> Stream.iterate(failure, Objects::nonNull, Throwable::getCause))
                .limit(LONGEST_CHAIN)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(message -> messages.stream().noneMatch(known -> known.contains(message)))
                .forEach(messages::add);
        return messages;
    }

    /** Return all of it as one text. */
    public static String text(NotebookRun run) {
        return String.join("\nCaused by: ", of(run));
    }
}
