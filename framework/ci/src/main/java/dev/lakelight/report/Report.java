package dev.lakelight.report;

import static java.util.Objects.requireNonNull;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestResult;
import dev.lakelight.verdict.Counts;
import dev.lakelight.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that reports tell.
 *
 * @param suite what ran
 * @param verdict how it was judged
 * @param branch what it ran on
 * @param run how it was run
 */
public record Report(SuiteResult suite, Verdict verdict, BranchFacts branch, RunInfo run) {

    public Report {
        requireNonNull(suite, "suite");
        requireNonNull(verdict, "verdict");
        requireNonNull(branch, "branch");
        requireNonNull(run, "run");
    }

    Counts counts() {
        return Counts.of(suite.tests());
    }

    /** Return the tests of each suite, in order of appearance. */
    Map<String, List<TestResult>> bySuite() {
        Map<String, List<TestResult>> suites = new LinkedHashMap<>();

        for (TestResult test : suite.tests()) {
            suites.computeIfAbsent(test.identity().suite(), name -> new ArrayList<>())
                    .add(test);
        }

        return suites;
    }
}
