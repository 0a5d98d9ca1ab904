package dev.lakelight.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JVM options as people write them in one line. */
final class JvmOptions {

    /** Runs of anything but blanks, where quotes hold blanks together. */
    private static final Pattern OPTION = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    /** Split at blanks outside of quotes; the quotes themselves are dropped. Null is no option. */
    static List<String> split(@Nullable String line) {
        List<String> options = new ArrayList<>();

        if (line == null) {
            return options;
        }

        Matcher option = OPTION.matcher(line);
        while (option.find()) {
            options.add(unquoted(option.group()));
        }
        return options;
    }

    private static String unquoted(String option) {
        return QUOTED.matcher(option)
                .replaceAll(quoted ->
                        Matcher.quoteReplacement(quoted.group(1) == null ? quoted.group(2) : quoted.group(1)));
    }

    private JvmOptions() {}
}
