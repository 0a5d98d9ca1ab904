package dev.lakelight.databricks;

import java.util.ArrayList;
import java.util.List;

/** Splits tests into runs, each with as many tasks as a submitted run may have. */
final class Batches {

    /** The task that drops the catalogs is one more. */
    private static final int MOST_TASKS = 99;

    private Batches() {}

    static List<List<WrittenTest>> of(List<WrittenTest> tests) {
        List<List<WrittenTest>> batches = new ArrayList<>();
        List<WrittenTest> current = new ArrayList<>();
        int tasks = 0;

        for (WrittenTest test : tests) {
            int more = test.test().tasks().size();

            if (tasks + more > MOST_TASKS && !current.isEmpty()) {
                batches.add(current);
                current = new ArrayList<>();
                tasks = 0;
            }

            current.add(test);
            tasks += more;
        }

        if (!current.isEmpty()) {
            batches.add(current);
        }

        return batches;
    }
}
