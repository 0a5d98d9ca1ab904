/** Under what a module is run: named sets of parameters, Spark settings and seed data. */
@NullMarked
package dev.lakelight.configuration;

import org.jspecify.annotations.NullMarked;
