package dev.lakelight.workspace;

import java.nio.file.Path;

/** One class data archive for all drivers that the tests of this module start: each of them starts in half the time. */
final class FastDrivers {

    private FastDrivers() {}

    static void prepare() {
        System.setProperty("lakelight.cds", "now");
        System.setProperty(
                "lakelight.cds.directory",
                Path.of("target/driver-archives").toAbsolutePath().toString());
    }
}
