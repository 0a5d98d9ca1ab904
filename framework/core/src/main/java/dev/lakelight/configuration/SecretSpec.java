package dev.lakelight.configuration;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.SourceLocation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A secret that code finds by {@code dbutils.secrets}, and where its value comes from.
 *
 * @param scope that it is in; letter case does not count, as on Databricks
 * @param key of it in its scope
 * @param source where the value comes from
 * @param declaredAt where it is declared, or null when a program made it
 */
public record SecretSpec(
        String scope, String key, Source source, @Nullable SourceLocation declaredAt) {

    public SecretSpec {
        requireNonNull(scope, "scope");
        requireNonNull(key, "key");
        requireNonNull(source, "source");
    }

    /** Where a value comes from. */
    public sealed interface Source {

        /**
         * An environment variable of the JVM that runs the tests.
         *
         * @param name of the variable
         */
        record Variable(String name) implements Source {

            public Variable {
                requireNonNull(name, "name");
            }
        }

        /**
         * A file of text in UTF-8; line breaks at its end do not count.
         *
         * @param path absolute, outside of the project
         */
        record SecretFile(Path path) implements Source {

            public SecretFile {
                requireNonNull(path, "path");
            }
        }

        /**
         * A value that may be read by anybody, such as that of a test system. It is kept back as others are.
         *
         * @param text of the secret
         */
        record Value(String text) implements Source {

            public Value {
                requireNonNull(text, "text");
            }

            /** Return no value. */
            @Override
            public String toString() {
                return "Value";
            }
        }
    }
}
