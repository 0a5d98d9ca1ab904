package dev.lakelight.junit.engine;

import dev.lakelight.junit.testbed.ClusterSession;
import dev.lakelight.junit.testbed.ProjectScenarios;
import dev.lakelight.junit.testbed.Settings;
import dev.lakelight.junit.testbed.TestBeds;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;

/**
 * Runs scenario files, and notebooks that are tests, as tests of the JUnit Platform.
 *
 * <p>It takes folders and files, unique ids, and classes with {@link dev.lakelight.junit.ScenarioSuite}. A scenario under a
 * configuration is a test:
 *
 * <pre>{@code
 * [engine:lakelight]/[file:src/test/lakelight/customers.yml]/[scenario:a late address wins]/[configuration:small]
 * [engine:lakelight]/[notebook:pipelines/silver/customers_test.sql]
 * [engine:lakelight]/[suite:com.acme.ScenariosTest]/[file:...]/...
 * }</pre>
 *
 * <p>A scenario with fewer than two configurations is itself the test. A file with a mistake in it is a test that fails.
 */
public final class LakelightTestEngine extends HierarchicalTestEngine<EngineContext> {

    /** Unique id of the engine. */
    public static final String ID = "lakelight";

    /** Create the engine; JUnit does so through the service loader. */
    public LakelightTestEngine() {}

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("dev.lakelight");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("lakelight-junit");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        Settings settings = settings(request.getConfigurationParameters());
        ProjectTests tests = new ProjectTests(ProjectScenarios.read(settings));
        SuiteClasses suites = new SuiteClasses(tests, settings.baseDirectory());
        Predicate<Class<?>> isSuite = settings.ignoresSuiteClasses() ? type -> false : SuiteClasses::isSuite;
        LakelightEngineDescriptor root = new LakelightEngineDescriptor(uniqueId, tests, suites);

        EngineDiscoveryRequestResolver.builder()
                .addClassContainerSelectorResolver(isSuite)
                .addSelectorResolver(new TestSelectorResolver(uniqueId, tests, isSuite))
                .addTestDescriptorVisitor(context -> TestDescriptor::prune)
                .build()
                .resolve(request, root);
        return root;
    }

    @Override
    protected EngineContext createExecutionContext(ExecutionRequest request) {
        Settings settings = settings(request.getConfigurationParameters());
        return new EngineContext(new TestBeds(settings, clusters(request)));
    }

    @Override
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        int parallelism = settings(request.getConfigurationParameters()).parallelism();
        return parallelism == 1
                ? super.createExecutorService(request)
                : new ForkJoinPoolHierarchicalTestExecutorService(new FixedParallelism(parallelism));
    }

    /** Kept for the launcher session, where the Jupiter extension finds it too. */
    private static ClusterSession clusters(ExecutionRequest request) {
        NamespacedHierarchicalStore<Namespace> ofRequest = request.getStore();
        return ofRequest
                .getParent()
                .orElse(ofRequest)
                .getOrComputeIfAbsent(
                        Namespace.create(ClusterSession.class),
                        ClusterSession.class,
                        key -> ClusterSession.open(),
                        ClusterSession.class);
    }

    private static Settings settings(ConfigurationParameters parameters) {
        return new Settings(parameters::get);
    }
}
