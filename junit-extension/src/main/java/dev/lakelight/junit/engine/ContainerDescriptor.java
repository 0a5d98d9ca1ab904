package dev.lakelight.junit.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A scenario file, a class that stands for a folder, or a test that is run under several configurations. */
final class ContainerDescriptor extends AbstractTestDescriptor implements Branch, Node<EngineContext> {

    private final Map<NodeName, Function<UniqueId, TestDescriptor>> makers = new LinkedHashMap<>();

    ContainerDescriptor(UniqueId id, String displayName, TestSource source) {
        super(id, displayName, source);
    }

    /** Let this have a child, made from its id when it is selected. */
    void offer(NodeName name, Function<UniqueId, TestDescriptor> maker) {
        makers.put(name, maker);
    }

    @Override
    public List<NodeName> childNames() {
        return List.copyOf(makers.keySet());
    }

    @Override
    public Optional<TestDescriptor> child(NodeName name) {
        return Optional.ofNullable(makers.get(name)).map(maker -> maker.apply(name.under(getUniqueId())));
    }

    /** Build tools file the tests of a class under its full name, whatever it is called on display. */
    @Override
    public String getLegacyReportingName() {
        return getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName())
                .orElseGet(super::getLegacyReportingName);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
