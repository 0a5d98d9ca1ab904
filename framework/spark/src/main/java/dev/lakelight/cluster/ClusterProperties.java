package dev.lakelight.cluster;

import dev.lakelight.problem.UserError;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the properties {@code lakelight.cluster}, {@code lakelight.executors} and those that refine them. */
final class ClusterProperties {

    static final String CLUSTER = "lakelight.cluster";
    static final String EXECUTORS = "lakelight.executors";
    static final String CORES = "lakelight.executor.cores";
    static final String MEMORY = "lakelight.executor.memory";
    static final String TIMEOUT = "lakelight.cluster.timeout";

    private static final int DEFAULT_EXECUTORS = 2;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,6})\\s*([a-z]*)");

    private final Function<String, @Nullable String> properties;

    ClusterProperties(Function<String, @Nullable String> properties) {
        this.properties = properties;
    }

    static ClusterProperties ofSystem() {
        return new ClusterProperties(System::getProperty);
    }

    ClusterSpec spec() {
        ClusterSpec spec = base(value(CLUSTER).orElse(""), number(EXECUTORS));
        OptionalInt cores = number(CORES);
        if (cores.isPresent()) {
            spec = spec.withCores(cores.getAsInt());
        }
        Optional<String> memory = value(MEMORY);
        return memory.isPresent() ? spec.withMemoryMegabytes(megabytes(memory.get())) : spec;
    }

    Duration timeout() {
        return value(TIMEOUT).map(ClusterProperties::duration).orElse(DEFAULT_TIMEOUT);
    }

    private static ClusterSpec base(String cluster, OptionalInt executors) {
        return switch (cluster.toLowerCase(Locale.ROOT)) {
            case "" -> executors.isPresent() ? ClusterSpec.processes(executors.getAsInt()) : ClusterSpec.embedded();
            case "embedded" -> ClusterSpec.embedded();
            case "processes" -> ClusterSpec.processes(executors.orElse(DEFAULT_EXECUTORS));
            default -> external(cluster);
        };
    }

    private static ClusterSpec external(String master) {
        if (!master.matches("yarn|[a-z0-9]+://.+")) {
            throw wrong(
                    CLUSTER,
                    master,
                    "embedded, processes, or the URL of a master such as spark://host:7077, k8s://…, yarn");
        }
        return ClusterSpec.external(master);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(properties.apply(name)).map(String::trim).filter(text -> !text.isEmpty());
    }

    private OptionalInt number(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!value.get().matches("[1-9]\\d{0,3}")) {
            throw wrong(name, value.get(), "a whole number from 1 to 9999");
        }
        return OptionalInt.of(Integer.parseInt(value.get()));
    }

    private static int megabytes(String value) {
        Matcher amount = AMOUNT.matcher(value.toLowerCase(Locale.ROOT));
        if (amount.matches()) {
            switch (amount.group(2)) {
                case "", "m", "mb" -> {
                    return Integer.parseInt(amount.group(1));
                }
                case "g", "gb" -> {
                    return Integer.parseInt(amount.group(1)) * 1024;
                }
                default -> {}
            }
        }
        throw wrong(MEMORY, value, "a whole number with m or g, such as 512m or 2g");
    }

    private static Duration duration(String value) {
        Matcher amount = AMOUNT.matcher(value.toLowerCase(Locale.ROOT));
        if (amount.matches()) {
            switch (amount.group(2)) {
                case "", "s" -> {
                    return Duration.ofSeconds(Integer.parseInt(amount.group(1)));
                }
                case "m", "min" -> {
                    return Duration.ofMinutes(Integer.parseInt(amount.group(1)));
                }
                default -> {}
            }
        }
        throw wrong(TIMEOUT, value, "a whole number with s or m, such as 90s or 2m");
    }

    private static UserError wrong(String name, String value, String accepted) {
        return new UserError("Property " + name + " is '" + value + "'. It must be " + accepted + ".");
    }
}
