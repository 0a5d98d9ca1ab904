package dev.lakelight.launch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The forked JVMs that still run; they are ended when this JVM ends, by Ctrl-C for instance. */
final class OpenJvms {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Set<ForkedJvm> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OpenJvms::endAll, "lakelight-end-forked-jvms"));
    }

    private OpenJvms() {}

    static void add(ForkedJvm jvm) {
        OPEN.add(jvm);
    }

    static void remove(ForkedJvm jvm) {
        OPEN.remove(jvm);
    }

    private static void endAll() {
        List.copyOf(OPEN).parallelStream().forEach(jvm -> jvm.destroy(GRACE));
    }
}
