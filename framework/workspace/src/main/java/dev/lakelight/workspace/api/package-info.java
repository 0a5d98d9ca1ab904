/** What requests, answers, errors and routes of the workspace are, whoever serves them. */
@NullMarked
package dev.lakelight.workspace.api;

import org.jspecify.annotations.NullMarked;
