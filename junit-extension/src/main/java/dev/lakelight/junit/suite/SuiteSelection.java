package dev.lakelight.junit.suite;

import static java.util.stream.Collectors.joining;

import dev.lakelight.junit.engine.LakelightTestEngine;
import dev.lakelight.junit.testbed.Settings;
import dev.lakelight.suite.SuiteRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** What a suite request selects: scenarios and notebook tests of folders, and JUnit tests by tag. */
final class SuiteSelection {

    private SuiteSelection() {}

    static LauncherDiscoveryRequest of(SuiteRequest request) {
        LauncherDiscoveryRequestBuilder builder = LauncherDiscoveryRequestBuilder.request()
                .selectors(folders(request))
                .selectors(DiscoverySelectors.selectClasspathRoots(new LinkedHashSet<>(request.testClassDirectories())))
                .configurationParameters(parameters(request));
        return request.includeTags().isEmpty()
                ? builder.build()
                : builder.filters(byTags(request.includeTags())).build();
    }

    private static List<? extends DiscoverySelector> folders(SuiteRequest request) {
        return Stream.concat(request.scenarioRoots().stream(), request.notebookRoots().stream())
                .filter(Files::isDirectory)
                .map(folder -> DiscoverySelectors.selectDirectory(folder.toFile()))
                .toList();
    }

    private static Map<String, String> parameters(SuiteRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>(request.clusterProperties());
        parameters.put(Settings.BASE_DIRECTORY, request.baseDirectory().toString());
        parameters.put(Settings.BUILD_DIRECTORY, request.buildDirectory().toString());
        parameters.put(
                Settings.SCENARIOS,
                request.scenarioRoots().stream().map(Path::toString).collect(joining(",")));
        parameters.put(Settings.KEEP, Boolean.toString(request.keep()));
        parameters.put(Settings.IGNORE_SUITE_CLASSES, "true");
        return parameters;
    }

    /** Tags choose among JUnit tests, of which most are unit tests; scenarios and notebook tests are of the suite anyway. */
    private static PostDiscoveryFilter byTags(List<String> tags) {
        PostDiscoveryFilter filter = TagFilter.includeTags(tags);
        return descriptor -> isOurs(descriptor)
                ? FilterResult.included("scenarios and notebook tests always run")
                : filter.apply(descriptor);
    }

    private static boolean isOurs(TestDescriptor descriptor) {
        return descriptor
                .getUniqueId()
                .getEngineId()
                .filter(LakelightTestEngine.ID::equals)
                .isPresent();
    }
}
