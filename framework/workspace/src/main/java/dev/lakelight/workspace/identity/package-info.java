/** Users, service principals and groups, their tokens and how they log in. */
@NullMarked
package dev.lakelight.workspace.identity;

import org.jspecify.annotations.NullMarked;
