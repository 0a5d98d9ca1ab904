package dev.lakelight.junit.engine;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;

/** A node that knows which children it can have, and makes those that are selected. */
interface Branch extends TestDescriptor {

    /** Return the names of all children, in order. */
    List<NodeName> childNames();

    /** Make the child of a name, when there is one. It is not yet added to this node. */
    Optional<TestDescriptor> child(NodeName name);
}
