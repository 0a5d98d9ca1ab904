package dev.lakelight.report;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.BuildServerRun;
import dev.lakelight.branch.Fact;
import dev.lakelight.branch.WorkTree;
import dev.lakelight.result.SuiteResult.ClusterStart;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line about the run: branch, commit, cluster and so on.
 *
 * @param name of the fact
 * @param value as text
 * @param code whether the value is to be read letter by letter
 * @param detail what to add in smaller print; empty when nothing
 * @param link where the value leads to; empty when nowhere
 */
record FactView(String name, String value, boolean code, String detail, String link) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    boolean hasLink() {
        return !link.isEmpty();
    }

    static List<FactView> of(Report report) {
        List<FactView> facts = new ArrayList<>();
        branch(facts, report.branch());
        server(facts, report.branch().server());
        report.suite().clusters().forEach(cluster -> cluster(facts, cluster));
        text(facts, "Configuration", pairs(Secrets.redacted(report.run().configuration())));
        text(facts, "Versions", pairs(report.suite().versions()));
        text(facts, "Warnings", warnings(report));
        time(facts, report);
        return facts.stream().map(FactView::visible).toList();
    }

    private static void branch(List<FactView> facts, BranchFacts branch) {
        facts.add(new FactView("Branch", branch.branchLabel(), true, origin(branch.branch()), ""));
        Fact commit = branch.commit();

        if (commit != null) {
            facts.add(new FactView("Commit", commit.value(), true, origin(commit), ""));
        }

        String head = branch.head();

        if (head != null && commit != null && !head.equals(commit.value())) {
            facts.add(new FactView("Checked out", head, true, "", ""));
        }

        facts.add(new FactView("Work tree", workTree(branch.workTree()), false, examples(branch.workTree()), ""));
        String mergeBase = Wording.mergeBase(branch);

        if (!mergeBase.isEmpty()) {
            facts.add(new FactView("Merge base", mergeBase, true, "", ""));
        }
    }

    private static String origin(@Nullable Fact fact) {
        if (fact == null) {
            return "";
        }

        return switch (fact.origin()) {
            case PROPERTY -> "as a property says";
            case BUILD_SERVER -> "as the build server says";
            case GIT -> "";
            case INFERRED -> "inferred";
        };
    }

    private static String workTree(WorkTree workTree) {
        return switch (workTree.state()) {
            case CLEAN -> "clean";
            case DIRTY -> "dirty: " + Wording.count(workTree.changes(), "file") + " not as committed";
            case UNKNOWN -> "unknown";
        };
    }

    private static String examples(WorkTree workTree) {
        String more = workTree.changes() > workTree.examples().size() ? ", …" : "";
        return String.join(", ", workTree.examples()) + more;
    }

    private static void server(List<FactView> facts, @Nullable BuildServerRun server) {
        if (server != null) {
            String pullRequest = server.pullRequest() == null ? "" : "pull request " + server.pullRequest();
            String link = server.link() == null ? "" : server.link();
            facts.add(new FactView("Build", server.name(), false, pullRequest, link));
        }
    }

    private static void cluster(List<FactView> facts, ClusterStart cluster) {
        String took = "started in " + Wording.duration(Duration.ofMillis(cluster.startMillis()));
        facts.add(new FactView("Cluster", cluster.description(), false, took, ""));
    }

    private static void time(List<FactView> facts, Report report) {
        Instant start = report.suite().startedAt();
        String when = start == null ? "" : "from " + TIME.format(start);
        facts.add(new FactView("Took", Wording.duration(report.run().wallTime()), false, when, ""));
    }

    private static String warnings(Report report) {
        long number = report.suite().tests().stream()
                .flatMap(test -> test.runs().stream())
                .mapToLong(run -> run.warnings().size())
                .sum();
        return number == 0 ? "" : Wording.count(number, "warning") + ", listed with the runs below";
    }

    private static void text(List<FactView> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new FactView(name, value, false, "", ""));
        }
    }

    private static String pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private FactView visible() {
        return new FactView(name, PlainText.line(value, 500), code, PlainText.line(detail, 500), link);
    }
}
