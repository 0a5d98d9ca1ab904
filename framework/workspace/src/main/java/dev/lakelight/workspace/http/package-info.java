/** The server: Jetty behind Javalin, set up for the clients that there are. The only package that sees either. */
@NullMarked
package dev.lakelight.workspace.http;

import org.jspecify.annotations.NullMarked;
