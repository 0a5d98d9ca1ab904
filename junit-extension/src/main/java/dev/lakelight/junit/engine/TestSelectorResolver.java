package dev.lakelight.junit.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Reduces every selector to unique ids, and finds the node of an id from the root downwards. */
final class TestSelectorResolver implements SelectorResolver {

    private final UniqueId root;
    private final ProjectTests tests;
    private final Predicate<Class<?>> isSuite;

    TestSelectorResolver(UniqueId root, ProjectTests tests, Predicate<Class<?>> isSuite) {
        this.root = root;
        this.tests = tests;
        this.isSuite = isSuite;
    }

    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        return selectors(root, tests.at(selector.getPath().toAbsolutePath().normalize()));
    }

    @Override
    public Resolution resolve(FileSelector selector, Context context) {
        return selectors(root, tests.at(selector.getPath().toAbsolutePath().normalize()));
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return isSuite.test(selector.getJavaClass())
                ? selectors(root, List.of(new NodeName(NodeName.SUITE, selector.getClassName())))
                : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();

        if (!id.hasPrefix(root) || id.equals(root)) {
            return Resolution.unresolved();
        }

        NodeName name = NodeName.of(id.getLastSegment());
        return context.addToParent(
                        () -> DiscoverySelectors.selectUniqueId(id.removeLastSegment()), parent -> child(parent, name))
                .map(node -> Resolution.match(Match.exact(node, () -> childSelectors(node))))
                .orElse(Resolution.unresolved());
    }

    private static Optional<TestDescriptor> child(TestDescriptor parent, NodeName name) {
        return parent instanceof Branch branch ? branch.child(name) : Optional.empty();
    }

    private static Set<? extends DiscoverySelector> childSelectors(TestDescriptor node) {
        return node instanceof Branch branch ? selectorsOf(node.getUniqueId(), branch.childNames()) : Set.of();
    }

    private static Resolution selectors(UniqueId parent, Iterable<NodeName> names) {
        Set<DiscoverySelector> selectors = selectorsOf(parent, names);
        return selectors.isEmpty() ? Resolution.unresolved() : Resolution.selectors(selectors);
    }

    private static Set<DiscoverySelector> selectorsOf(UniqueId parent, Iterable<NodeName> names) {
        Set<DiscoverySelector> selectors = new LinkedHashSet<>();
        names.forEach(name -> selectors.add(DiscoverySelectors.selectUniqueId(name.under(parent))));
        return selectors;
    }
}
