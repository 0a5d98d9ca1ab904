package dev.lakelight.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a test needs of the machine that runs it. Where that is missing the test is skipped, with the reason. */
public enum Requirement {
    /** A Python that can run cells. */
    PYTHON("python");

    private final String word;

    Requirement(String word) {
        this.word = word;
    }

    /** Return how scenario files name it. */
    public String word() {
        return word;
    }

    static Optional<Requirement> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Requirement::word).toList();
    }
}
