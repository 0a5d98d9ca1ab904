package dev.lakelight.report;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the reports lie.
 *
 * @param page the web page, {@code index.html}
 * @param verdict the verdict for programs, {@code verdict.json}
 * @param summary the Markdown for build servers, {@code summary.md}
 * @param xml the JUnit XML files, one a suite
 */
public record WrittenReports(Path page, Path verdict, Path summary, List<Path> xml) {

    public WrittenReports {
        xml = List.copyOf(xml);
    }
}
