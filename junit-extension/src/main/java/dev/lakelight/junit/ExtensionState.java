package dev.lakelight.junit;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.junit.testbed.ClusterSession;
import dev.lakelight.junit.testbed.ProjectScenarios;
import dev.lakelight.junit.testbed.Settings;
import dev.lakelight.junit.testbed.TestBed;
import dev.lakelight.junit.testbed.TestBedRequest;
import dev.lakelight.junit.testbed.TestBeds;
import dev.lakelight.runtime.NotebookRun;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** What the extensions keep in JUnit's stores: clusters for the session, scenario files for the run, a bed for the test. */
final class ExtensionState {

    private static final Namespace NAMESPACE = Namespace.create(LakelightExtension.class);

    private ExtensionState() {}

    /**
     * Make an extension the one that serves a class or a test. An annotation on the class and a field may both register one;
     * the one that was told something serves, or the nearer one when both were.
     */
    static void claim(ExtensionContext context, LakelightExtension extension, ExtensionOptions options) {
        Owner owner = store(context).get(Owner.class, Owner.class);

        if (owner != null && (owner.extension() == extension || options.saysNothing())) {
            return;
        }

        if (owner != null
                && owner.contextId().equals(context.getUniqueId())
                && !owner.options().saysNothing()) {
            throw new ExtensionConfigurationException("%s registers two LakelightExtensions. Keep one."
                    .formatted(context.getRequiredTestClass().getName()));
        }

        store(context).put(Owner.class, new Owner(extension, options, context.getUniqueId()));
    }

    /** Return whether an extension is the one that serves; before any has been chosen, each may. */
    static boolean isOwner(ExtensionContext context, LakelightExtension extension) {
        Owner owner = store(context).get(Owner.class, Owner.class);
        return owner == null || owner.extension() == extension;
    }

    /** Remember for the test of a context under which configuration it runs. */
    static void choose(ExtensionContext context, String configuration) {
        store(context).put(Configuration.class, configuration);
    }

    /**
     * Return the configuration of a test that has one.
     *
     * @throws dev.lakelight.problem.UserError when the project declares no such configuration
     */
    static Optional<Configuration> configuration(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(Configuration.class, String.class))
                .map(name -> scenarios(context).configurations().named(name));
    }

    /** Remember the run of the module for the test of a context. */
    static void remember(ExtensionContext context, NotebookRun run) {
        store(context).put(NotebookRun.class, run);
    }

    /** Return the run of the module, once it is over. */
    static Optional<NotebookRun> run(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(NotebookRun.class, NotebookRun.class));
    }

    /** Return what the test of a context stands on, made when it is first asked for; JUnit closes it after the test. */
    static TestBed testBed(ExtensionContext context) {
        return store(context).getOrComputeIfAbsent(TestBed.class, key -> open(context), TestBed.class);
    }

    private static TestBed open(ExtensionContext context) {
        Settings settings = settings(context);
        TestClass testClass = TestClass.of(context);
        Map<String, String> sparkSettings = new LinkedHashMap<>(options(context).sparkSettings());
        configuration(context).map(Configuration::sparkSettings).ifPresent(sparkSettings::putAll);
        return new TestBeds(settings, clusters(context))
                .open(new TestBedRequest(
                        context.getUniqueId(),
                        testClass.testName(),
                        testClass.cluster(settings, options(context)),
                        testClass.files(settings),
                        sparkSettings,
                        testClass.fixture(context.getRequiredTestMethod()).orElse(null)));
    }

    private static Settings settings(ExtensionContext context) {
        return options(context).over(new Settings(context::getConfigurationParameter));
    }

    private static ExtensionOptions options(ExtensionContext context) {
        @Nullable Owner owner = store(context).get(Owner.class, Owner.class);
        return owner == null ? ExtensionOptions.NONE : owner.options();
    }

    private static ProjectScenarios scenarios(ExtensionContext context) {
        Settings settings = settings(context);
        return context.getStore(StoreScope.EXECUTION_REQUEST, NAMESPACE)
                .getOrComputeIfAbsent(
                        settings.scenarioRoots(), key -> ProjectScenarios.read(settings), ProjectScenarios.class);
    }

    private static ClusterSession clusters(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(ClusterSession.class))
                .getOrComputeIfAbsent(ClusterSession.class, key -> ClusterSession.open(), ClusterSession.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /**
     * The extension that serves.
     *
     * @param extension it
     * @param options what it was told
     * @param contextId where it was registered
     */
    private record Owner(LakelightExtension extension, ExtensionOptions options, String contextId) {}
}
