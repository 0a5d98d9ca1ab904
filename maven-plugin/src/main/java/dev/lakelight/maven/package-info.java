/**
 * The Maven plugin: four thin goals around a forked suite JVM. No Spark and no user code runs in Maven's own JVM.
 *
 * <p>Two adapters carry Maven in: what the user typed ({@link dev.lakelight.maven.SuiteParameters}) and what the project
 * is ({@link dev.lakelight.maven.ProjectFacts}). Everything behind them is plain Java.
 */
@NullMarked
package dev.lakelight.maven;

import org.jspecify.annotations.NullMarked;
