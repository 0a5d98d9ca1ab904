package dev.lakelight.maven;

import java.util.ArrayList;
import java.util.List;

/**
 * What the user asked to skip, and why a goal therefore has nothing to do.
 *
 * @param lakelight {@code -Dlakelight.skip}: everything of Lakelight
 * @param integrationTests {@code -DskipITs}: the suite
 * @param tests {@code -DskipTests}: the suite
 * @param testBuild {@code -Dmaven.test.skip}: test classes are not even compiled
 */
record SkipFlags(boolean lakelight, boolean integrationTests, boolean tests, boolean testBuild) {

    /** Return every reason not to run the suite; empty when it runs. */
    List<String> reasonsToSkipSuite() {
        List<String> reasons = reasonsToSkipAll();
        addIf(integrationTests, PropertyNames.SKIP_INTEGRATION_TESTS, reasons);
        addIf(tests, PropertyNames.SKIP_TESTS, reasons);
        return reasons;
    }

    /**
     * Return every reason not to prepare test JVMs; empty when some test JVM may start. Either of {@code skipTests} and
     * {@code skipITs} leaves the other's JVMs.
     */
    List<String> reasonsToSkipPreparation() {
        List<String> reasons = reasonsToSkipAll();
        addIf(tests && integrationTests, PropertyNames.SKIP_TESTS, reasons);
        addIf(tests && integrationTests, PropertyNames.SKIP_INTEGRATION_TESTS, reasons);
        return reasons;
    }

    private List<String> reasonsToSkipAll() {
        List<String> reasons = new ArrayList<>();
        addIf(lakelight, PropertyNames.SKIP, reasons);
        addIf(testBuild, PropertyNames.SKIP_TEST_BUILD, reasons);
        return reasons;
    }

    private static void addIf(boolean set, String property, List<String> reasons) {
        if (set) {
            reasons.add(property + " is set");
        }
    }
}
