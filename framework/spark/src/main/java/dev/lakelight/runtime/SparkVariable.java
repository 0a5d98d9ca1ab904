package dev.lakelight.runtime;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;

/** The references of Spark's own {@code VariableSubstitution}: <code>${kind:name}</code>. */
final class SparkVariable {

    private static final Pattern VARIABLE =
            Pattern.compile("(?<kind>spark|sparkconf|hivevar|hiveconf|env|system):(?<name>.*)", Pattern.DOTALL);

    private SparkVariable() {}

    static boolean isOne(String reference) {
        return VARIABLE.matcher(reference).matches();
    }

    /** Return the value of a variable, or nothing when it has none. */
    static Optional<String> value(String reference, SparkSession session) {
        Matcher variable = VARIABLE.matcher(reference);

        if (!variable.matches()) {
            return Optional.empty();
        }

        String name = variable.group("name");
        return switch (variable.group("kind")) {
            case "env" -> Optional.ofNullable(System.getenv(name));
            case "system" -> Optional.ofNullable(System.getProperty(name));
            default -> setting(name, session);
        };
    }

    static Optional<String> setting(String name, SparkSession session) {
        return Optional.ofNullable(session.conf().getOption(name).getOrElse(() -> null));
    }
}
