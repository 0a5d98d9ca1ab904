package dev.lakelight.junit.engine;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.FixtureSpec;
import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.junit.testbed.TestBed;
import dev.lakelight.junit.testbed.TestBedRequest;
import dev.lakelight.junit.testbed.TestBeds;
import dev.lakelight.project.ProjectFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What scenarios and notebook tests have in common: a lake that is filled before anything runs.
 *
 * @param testId unique id of the test
 * @param name of the test
 * @param configuration under which it runs, or null
 * @param fixture that its lake is forked from, or null
 * @param files resolves the names that it uses
 */
record Trial(
        String testId,
        String name,
        @Nullable Configuration configuration,
        @Nullable FixtureSpec fixture,
        ProjectFiles files) {

    /** Open a bed whose lake holds the seeds of the configuration and then those that are given. */
    TestBed open(TestBeds beds, List<SeedSpec> given) {
        TestBed bed = beds.open(new TestBedRequest(
                testId,
                name,
                beds.cluster(),
                files,
                configuration == null ? Map.of() : configuration.sparkSettings(),
                fixture == null ? null : DeclaredFixture.of(fixture, files)));

        try {
            seeds(given).forEach(bed.lake()::seed);
            return bed;
        } catch (RuntimeException | Error e) {
            closeAfter(e, bed);
            throw e;
        }
    }

    private Stream<SeedSpec> seeds(List<SeedSpec> given) {
        return configuration == null ? given.stream() : Stream.concat(configuration.seeds().stream(), given.stream());
    }

    private static void closeAfter(Throwable problem, TestBed bed) {
        try {
            bed.close();
        } catch (RuntimeException e) {
            problem.addSuppressed(e);
        }
    }
}
