package dev.lakelight.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command of a {@code %fs} cell: {@code cp -r /a /b}. Words can be quoted; options stand anywhere.
 *
 * @param name of the command
 * @param arguments paths and texts
 * @param options values by name: {@code recurse}, {@code overwrite}, {@code maxBytes}
 */
record FsCommand(String name, List<String> arguments, Map<String, String> options) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Map<String, String> OPTIONS = Map.of(
            "-r", "recurse",
            "-R", "recurse",
            "-rf", "recurse",
            "--recurse", "recurse",
            "-f", "overwrite",
            "--overwrite", "overwrite",
            "--maxBytes", "maxBytes");
    private static final Set<String> SWITCHES = Set.of("recurse", "overwrite");

    /**
     * Read a command.
     *
     * @throws IllegalArgumentException when an option is unknown
     */
    static FsCommand parse(String text) {
        List<String> arguments = new ArrayList<>();
        Map<String, String> options = new HashMap<>();

        for (Matcher word = WORD.matcher(text); word.find(); ) {
            if (isOption(word)) {
                readOption(word, options);
            } else {
                arguments.add(content(word));
            }
        }

        String name = arguments.isEmpty() ? "help" : arguments.remove(0);
        return new FsCommand(name, arguments, options);
    }

    private static boolean isOption(Matcher word) {
        return word.group(3) != null
                && word.group(3).startsWith("-")
                && word.group(3).length() > 1;
    }

    private static void readOption(Matcher word, Map<String, String> options) {
        String[] parts = word.group(3).split("=", 2);
        String name = OPTIONS.get(parts[0]);

        if (name == null) {
            throw new IllegalArgumentException("%s is not an option".formatted(parts[0]));
        }

        if (parts.length == 2) {
            options.put(name, parts[1]);
            return;
        }

        boolean takesNext = !SWITCHES.contains(name) && word.find();
        options.put(name, takesNext ? content(word) : "true");
    }

    private static String content(Matcher word) {
        for (int group = 1; group < 3; group++) {
            if (word.group(group) != null) {
                return word.group(group);
            }
        }

        return word.group(3);
    }

    /** Return an option, which may also stand behind the other arguments. */
    String option(String option, int position) {
        String behind = arguments.size() > position ? arguments.get(position) : "";
        return options.getOrDefault(option, behind);
    }
}
