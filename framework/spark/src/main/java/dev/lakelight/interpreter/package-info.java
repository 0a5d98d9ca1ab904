/** Compilers that run code piece by piece, and keep what each piece declares for the next. They know nothing of notebooks. */
@NullMarked
package dev.lakelight.interpreter;

import org.jspecify.annotations.NullMarked;
