package dev.lakelight.report;

import dev.lakelight.result.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes all reports of a run. */
public final class Reports {

    private static final String VERDICT = "verdict.json";
    private static final String SUMMARY = "summary.md";
    private static final String PAGE = "index.html";

    private Reports() {}

    /**
     * Write all reports into a directory, which is made where it is missing. Files are complete or not there at all; JUnit XML
     * of an earlier run is removed, as build servers would take it for this one's. The page is written last.
     *
     * @throws IOException when a file cannot be written
     */
    public static WrittenReports write(Report report, Path directory) throws IOException {
        ReportDirectory files = ReportDirectory.at(directory);
        List<Path> xml = writeXml(report, files);
        files.writeAll(DifferenceFiles.FOLDER, DifferenceFiles.of(report).contents());
        Path verdict = files.write(VERDICT, VerdictJson.of(report));
        Path summary = files.write(SUMMARY, SummaryMarkdown.of(report));
        Path page = files.write(PAGE, HtmlPage.of(report));
        return new WrittenReports(page, verdict, summary, xml);
    }

    /**
     * Remove the reports that an earlier run left, so that nobody takes them for those of a run that never gets as far as
     * writing its own. Other files stay.
     *
     * @throws IOException when a file cannot be removed
     */
    public static void remove(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }

        for (String name : List.of(PAGE, SUMMARY, VERDICT)) {
            Files.deleteIfExists(directory.resolve(name));
        }

        ReportDirectory files = ReportDirectory.at(directory);
        files.removeOtherXml(List.of());
        files.writeAll(DifferenceFiles.FOLDER, Map.of());
    }

    private static List<Path> writeXml(Report report, ReportDirectory files) throws IOException {
        SuiteFileNames names = new SuiteFileNames();
        List<Path> written = new ArrayList<>();

        for (Map.Entry<String, List<TestResult>> suite : report.bySuite().entrySet()) {
            written.add(
                    files.write(names.of(suite.getKey()), JunitXml.suite(suite.getKey(), suite.getValue(), report)));
        }

        if (JunitXml.needsVerdict(report)) {
            written.add(files.write(names.of("lakelight.verdict"), JunitXml.verdict(report)));
        }

        files.removeOtherXml(written);
        return written;
    }
}
