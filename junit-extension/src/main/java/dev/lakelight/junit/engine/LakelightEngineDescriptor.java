package dev.lakelight.junit.engine;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree. Its children are files, and classes that stand for folders of them. */
final class LakelightEngineDescriptor extends EngineDescriptor implements Branch, Node<EngineContext> {

    private final ProjectTests tests;
    private final SuiteClasses suites;

    LakelightEngineDescriptor(UniqueId id, ProjectTests tests, SuiteClasses suites) {
        super(id, "Lakelight");
        this.tests = tests;
        this.suites = suites;
    }

    /** Any file can be a child; which ones are is up to the selectors. */
    @Override
    public List<NodeName> childNames() {
        return List.of();
    }

    @Override
    public Optional<TestDescriptor> child(NodeName name) {
        UniqueId id = name.under(getUniqueId());
        return name.type().equals(NodeName.SUITE) ? suites.node(name.value(), id) : tests.node(name, id);
    }
}
