package dev.lakelight.benchmark.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes down what a process tells, and when. Lines come from a thread of their own. */
final class MilestoneLog implements Consumer<String> {

    private final List<Reached> reached = new CopyOnWriteArrayList<>();
    private volatile long start;

    private record Reached(Milestone milestone, Duration after) {}

    void start() {
        start = System.nanoTime();
    }

    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void accept(String line) {
        Milestone.parse(line).ifPresent(milestone -> reached.add(new Reached(milestone, sinceStart())));
    }

    boolean hasPassed() {
        return reached.stream().anyMatch(each -> each.milestone().name().equals(Milestone.PASSED));
    }

    /** What the process said of itself: without its very end, but to be had on every system. */
    Duration ownCpu() {
        return Duration.ofNanos(first(Milestone.CPU).milestone().value());
    }

    ProcessRun run(Contender contender, Duration wall, Duration cpu) {
        List<Milestone> milestones = reached.stream().map(Reached::milestone).toList();
        return new ProcessRun(contender.name(), wall, first(Milestone.PASSED).after(), cpu, milestones);
    }

    private Reached first(String name) {
        return reached.stream()
                .filter(each -> each.milestone().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The process did not tell '" + name + "'"));
    }
}
