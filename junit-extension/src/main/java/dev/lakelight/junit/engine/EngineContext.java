package dev.lakelight.junit.engine;

import dev.lakelight.junit.testbed.TestBeds;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What all tests of a run share.
 *
 * @param beds gives each test what it stands on
 */
record EngineContext(TestBeds beds) implements EngineExecutionContext {}
