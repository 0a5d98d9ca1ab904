/** Tests of Spark and Delta pipelines with JUnit Jupiter: annotations, parameter injection and a lake for each test. */
@NullMarked
package dev.lakelight.junit;

import org.jspecify.annotations.NullMarked;
