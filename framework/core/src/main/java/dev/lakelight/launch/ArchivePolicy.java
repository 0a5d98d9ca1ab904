package dev.lakelight.launch;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.UserError;
import java.nio.file.Path;

/**
 * When and where class data archives are made. Making one costs about as much as two runs without it, so by default that is done
 * for a class path that is used a second time: a build that starts from nothing each time never pays for what it cannot use.
 *
 * @param when property {@code lakelight.cds}
 * @param directory folder that archives are kept in; a build server's cache for instance
 */
public record ArchivePolicy(When when, Path directory) {

    /** When an archive is made; one that is there is used by all but {@link #OFF}. */
    public enum When {
        /** Never made and never used. */
        OFF,
        /** Made when a class path is seen for the second time. */
        AUTO,
        /** Made at once. */
        NOW;

        /**
         * Read the value of property {@code lakelight.cds}.
         *
         * @throws UserError when it is none of {@code auto}, {@code now}, {@code off}
         */
        public static When of(String value) {
            return switch (value) {
                case "off" -> OFF;
                case "auto" -> AUTO;
                case "now" -> NOW;
                default ->
                    throw new UserError("Property lakelight.cds is '" + value + "'. It must be auto, now or off.");
            };
        }
    }

    public ArchivePolicy {
        requireNonNull(when, "when");
        requireNonNull(directory, "directory");
    }
}
