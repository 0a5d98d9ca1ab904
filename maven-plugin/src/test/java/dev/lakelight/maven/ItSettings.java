package dev.lakelight.maven;

import java.nio.file.Path;

/** What this module's POM tells its integration tests. */
final class ItSettings {

    static String version() {
        return property("it.version");
    }

    static Path baseDirectory() {
        return Path.of(property("basedir"));
    }

    static Path buildDirectory() {
        return baseDirectory().resolve("target");
    }

    static Path projectRoot() {
        return baseDirectory().getParent();
    }

    static Path localRepository() {
        return Path.of(property("it.localRepository"));
    }

    /** Return whether this build is offline. A user's project needs POMs that this one does not, so it is not otherwise. */
    static boolean isOffline() {
        return property("it.offline").equals("offline: true");
    }

    /** Return the Maven that runs this build. */
    static Path thisMaven() {
        return Path.of(property("it.maven.home"));
    }

    /** Return a Maven 3.9, unpacked by this build. */
    static Path maven39() {
        return buildDirectory().resolve("maven-3.9").resolve("apache-maven-" + property("it.maven39.version"));
    }

    /** Return the version of the other JUnit that users may have. */
    static String junit6() {
        return property("it.junit6.version");
    }

    static String property(String name) {
        String value = System.getProperty(name);

        if (value == null) {
            throw new IllegalStateException("Run this test through Maven: the system property " + name + " is missing");
        }
        return value;
    }

    private ItSettings() {}
}
