/**
 * What a run leaves for people and build servers: JUnit XML, {@code verdict.json}, {@code summary.md}, one web page, and five
 * closing lines for the log. Everything that comes from tests, data and branches is escaped for where it goes.
 */
@NullMarked
package dev.lakelight.report;

import org.jspecify.annotations.NullMarked;
