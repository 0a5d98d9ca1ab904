package dev.lakelight.benchmark.process;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One way to do the work of a benchmark.
 *
 * @param mainClass does it in its working directory, which is empty, tells {@link Milestone#passed} and ends with
 *     {@link Milestone#end}
 */
public record Contender(String name, JvmSetup jvm, String mainClass, List<String> arguments) {

    public Contender {
        requireNonNull(name, "name");
        requireNonNull(jvm, "jvm");
        requireNonNull(mainClass, "mainClass");
        arguments = List.copyOf(arguments);
    }
}
