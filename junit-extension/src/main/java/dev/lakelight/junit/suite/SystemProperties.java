package dev.lakelight.junit.suite;

import dev.lakelight.junit.testbed.Settings;
import dev.lakelight.suite.SuiteRequest;

/** Sets the system properties of a suite JVM: user code and the cluster read them there. */
final class SystemProperties {

    private SystemProperties() {}

    static void set(SuiteRequest request) {
        System.setProperty(Settings.BASE_DIRECTORY, request.baseDirectory().toString());
        System.setProperty(Settings.BUILD_DIRECTORY, request.buildDirectory().toString());
        request.clusterProperties().forEach(System::setProperty);
        request.properties().forEach(System::setProperty);
    }
}
