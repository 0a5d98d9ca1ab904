package dev.lakelight.result;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.DateTimes;
import net.jqwik.time.api.Times;
import org.jspecify.annotations.Nullable;

/** Arbitrary suite results such as an event log can tell. */
final class SuiteResults {

    /** Any UTF-16, lone surrogates, line ends and quotes included. */
    private static final Arbitrary<String> TEXT = Arbitraries.strings().all().ofMaxLength(12);

    private static final Arbitrary<Duration> DURATIONS = Times.durations().ofPrecision(ChronoUnit.NANOS);
    private static final Arbitrary<Instant> INSTANTS = DateTimes.instants().ofPrecision(ChronoUnit.NANOS);
    private static final Arbitrary<Map<String, String>> MAPS =
            Arbitraries.maps(TEXT, TEXT).ofMaxSize(3);

    private SuiteResults() {}

    static Arbitrary<SuiteResult> all() {
        return Combinators.combine(
                        INSTANTS,
                        INSTANTS.injectNull(0.2),
                        MAPS,
                        clusters().list().ofMaxSize(2),
                        tests().list().ofMaxSize(4),
                        TEXT.list().ofMaxSize(2))
                .as((started, finished, versions, clusters, tests, breakdowns) ->
                        new SuiteResult(started, finished, versions, clusters, withDistinctIds(tests), breakdowns));
    }

    private static List<TestResult> withDistinctIds(List<TestResult> tests) {
        Set<String> seen = new HashSet<>();
        List<TestResult> distinct = new ArrayList<>();
        tests.stream().filter(test -> seen.add(test.identity().id())).forEach(distinct::add);
        return distinct;
    }

    private static Arbitrary<SuiteResult.ClusterStart> clusters() {
        return Combinators.combine(TEXT, Arbitraries.integers(), Arbitraries.longs())
                .as(SuiteResult.ClusterStart::new);
    }

    private static Arbitrary<TestResult> tests() {
        return Arbitraries.oneOf(finishedTests(), lostTests());
    }

    private static Arbitrary<TestResult> finishedTests() {
        return Combinators.combine(
                        identities(),
                        Arbitraries.of(TestStatus.class).filter(status -> status != TestStatus.LOST),
                        INSTANTS.injectNull(0.2),
                        DURATIONS,
                        problems(),
                        runs().list().ofMaxSize(2),
                        differences().list().ofMaxSize(2))
                .as(TestResult::new);
    }

    private static Arbitrary<TestResult> lostTests() {
        return Combinators.combine(
                        identities(), INSTANTS.injectNull(0.5), runs().list().ofMaxSize(2))
                .as(SuiteResults::lost);
    }

    private static TestResult lost(TestIdentity identity, @Nullable Instant startedAt, List<ModuleRun> runs) {
        String message = startedAt == null
                ? "The test was planned and never started."
                : "The test started and nothing was heard of it again.";
        Problem problem = new Problem("lost", message, "", identity.source());
        return new TestResult(identity, TestStatus.LOST, startedAt, Duration.ZERO, problem, runs, List.of());
    }

    private static Arbitrary<TestIdentity> identities() {
        return Combinators.combine(TEXT, Arbitraries.of(TestKind.class), TEXT, TEXT, locations())
                .as(TestIdentity::new);
    }

    private static Arbitrary<SourceLocation> locations() {
        return Combinators.combine(TEXT, Arbitraries.integers().greaterOrEqual(0))
                .as(SourceLocation::new)
                .injectNull(0.2);
    }

    private static Arbitrary<Problem> problems() {
        return Combinators.combine(TEXT, TEXT, TEXT, locations())
                .as(Problem::new)
                .injectNull(0.3);
    }

    private static Arbitrary<ModuleRun> runs() {
        return Combinators.combine(
                        TEXT,
                        TEXT.injectNull(0.3),
                        MAPS,
                        Arbitraries.of(ModuleRun.Outcome.class),
                        DURATIONS,
                        cells().list().ofMaxSize(2),
                        TEXT.injectNull(0.3),
                        problems())
                .as(ModuleRun::new);
    }

    private static Arbitrary<CellRun> cells() {
        Arbitrary<CellRun> bare = Combinators.combine(
                        Arbitraries.integers(),
                        TEXT,
                        TEXT.injectNull(0.3),
                        locations().filter(location -> location != null),
                        TEXT,
                        Arbitraries.of(CellRun.Status.class),
                        DURATIONS,
                        samples())
                .as((number, language, title, source, code, status, duration, output) -> new CellRun(
                        number, language, title, source, code, status, duration, output, "", List.of(), null));
        return Combinators.combine(bare, TEXT, warnings().list().ofMaxSize(2), problems())
                .as((cell, text, warnings, problem) -> new CellRun(
                        cell.number(),
                        cell.language(),
                        cell.title(),
                        cell.source(),
                        cell.code(),
                        cell.status(),
                        cell.duration(),
                        cell.output(),
                        text,
                        warnings,
                        problem));
    }

    private static Arbitrary<Warning> warnings() {
        return Combinators.combine(TEXT, locations().filter(location -> location != null))
                .as(Warning::new);
    }

    private static Arbitrary<TableSample> samples() {
        return Combinators.combine(
                        TEXT.list().ofMaxSize(3),
                        TEXT.list().ofMaxSize(3),
                        cellTexts().list().ofMaxSize(2),
                        Arbitraries.of(true, false))
                .as(TableSample::new)
                .injectNull(0.3);
    }

    private static Arbitrary<List<@Nullable String>> cellTexts() {
        return TEXT.injectNull(0.3).list().ofMaxSize(3);
    }

    private static Arbitrary<TableDifference> differences() {
        Arbitrary<List<String>> texts = TEXT.list().ofMaxSize(2);
        Arbitrary<Long> counts = Arbitraries.longs();
        return Combinators.combine(TEXT, texts, texts, rows().list().ofMaxSize(2), counts, counts, counts, lastWrites())
                .as((table, schema, columns, rows, missing, unexpected, changed, write) -> new TableDifference(
                        table, table + "!", schema, columns, columns, rows, rows, missing, unexpected, changed, write));
    }

    private static Arbitrary<LastWrite> lastWrites() {
        return Combinators.combine(
                        TEXT,
                        Arbitraries.integers().between(0, 9),
                        TEXT.injectNull(0.3),
                        locations().filter(location -> location != null))
                .as(LastWrite::new)
                .injectNull(0.3);
    }

    private static Arbitrary<TableDifference.RowDifference> rows() {
        return Combinators.combine(
                        Arbitraries.of(TableDifference.Kind.class),
                        cellTexts().injectNull(0.3),
                        cellTexts().injectNull(0.3),
                        Arbitraries.longs())
                .as(TableDifference.RowDifference::new);
    }
}
