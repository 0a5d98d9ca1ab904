package dev.lakelight.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names files after suites and tests, so that every file system takes them and no two are the same. */
final class SuiteFileNames {

    private static final int LONGEST = 120;

    private final Set<String> used = new HashSet<>();

    /** Return {@code TEST-<suite>.xml}, with a number where that is taken; case does not tell names apart. */
    String of(String suite) {
        return "TEST-" + unique(suite) + ".xml";
    }

    /** Return a text in letters that are good for every file system, with a number where that is taken. */
    String unique(String text) {
        String plain = plain(text);
        String name = plain;

        for (int number = 2; !used.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = plain + "-" + number;
        }

        return name;
    }

    /** Return a suite's name as a class name: {@code src.test.lakelight.customers} for a scenario file. */
    static String className(String suite) {
        String path = suite.replaceFirst("\\.(yml|yaml)$", "");
        return suite.contains("/") ? path.replaceAll("/+", ".").replaceFirst("^\\.", "") : path;
    }

    private static String plain(String suite) {
        String plain = className(suite).replaceAll("[^A-Za-z0-9._-]+", "_");
        return plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
    }
}
