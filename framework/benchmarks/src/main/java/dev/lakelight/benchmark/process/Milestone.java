package dev.lakelight.benchmark.process;

import java.util.Optional;

/**
 * What a contender tells of its way, a line on its standard output.
 *
 * @param name {@value #PASSED}, {@value #CPU}, or what its benchmark knows
 * @param value a whole number; 0 where the name says it all
 */
public record Milestone(String name, long value) {

    /** The work is done and its result is as it should be. */
    public static final String PASSED = "passed";

    /** Nanoseconds of CPU time that the process knows of itself at its end. */
    public static final String CPU = "cpu";

    private static final String MARK = "#lakelight-benchmark ";

    /** Tell it to the JVM that started this one. */
    public static void reach(String name, long value) {
        System.out.println(MARK + name + " " + value);
    }

    /** Tell that the result is as it should be. */
    public static void passed() {
        reach(PASSED, 0);
    }

    /** Tell the CPU time and end this JVM as test runners do. */
    public static void end() {
        ProcessHandle.current().info().totalCpuDuration().ifPresent(cpu -> reach(CPU, cpu.toNanos()));
        System.exit(0);
    }

    /** Return what a line tells; nothing when it is no milestone. */
    static Optional<Milestone> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }

        String[] words = line.substring(MARK.length()).split(" ", 2);
        return Optional.of(new Milestone(words[0], Long.parseLong(words[1])));
    }
}
