package dev.lakelight.junit.engine;

import org.junit.platform.engine.UniqueId;

/**
 * A step of the way from the root of the tree to a test.
 *
 * @param type one of the constants
 * @param value tells nodes of a type apart among their siblings
 */
record NodeName(String type, String value) {

    /** A class that stands for a folder, by its name. */
    static final String SUITE = "suite";

    /** A scenario file, by its path as messages show it. */
    static final String FILE = "file";

    /** A scenario, by its name. */
    static final String SCENARIO = "scenario";

    /** A notebook that is a test, by its path as messages show it. */
    static final String NOTEBOOK = "notebook";

    /** A configuration, by its name. */
    static final String CONFIGURATION = "configuration";

    static NodeName of(UniqueId.Segment segment) {
        return new NodeName(segment.getType(), segment.getValue());
    }

    UniqueId under(UniqueId parent) {
        return parent.append(type, value);
    }
}
