/**
 * The Spark driver with its executors that tests run on: embedded in this JVM, executor processes of our own, or an existing
 * master. This is the only package that touches Spark's internals of scheduling and sessions.
 */
@NullMarked
package dev.lakelight.cluster;

import org.jspecify.annotations.NullMarked;
