package dev.lakelight.launch;

import java.util.Map;
import java.util.Set;

/**
 * Environment variables that a forked JVM must not inherit. Options meant for this JVM, such as a debugger's port, would make it
 * fail; a Spark installation's variables would make it another Spark than the one on the class path.
 */
public final class JvmEnvironment {

    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private JvmEnvironment() {}

    /** Remove them from this modifiable map. */
    public static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> OF_THE_LAUNCHER.contains(name) || name.startsWith("SPARK_"));
    }
}
