package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.RunFacts;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitXmlTest {

    @Test
    void writesASuiteOfEveryStatus() {
        Report report = SampleReports.red();

        String customers = suite(report, "src/test/lakelight/customers.yml");
        String notebooks = suite(report, "pipelines/silver");
        String lost = suite(report, "com.acme.retail.OrderGoldTest");

        assertThat(customers).isEqualTo(Expected.file("customers.xml"));
        assertThat(notebooks).isEqualTo(Expected.file("notebooks.xml"));
        assertThat(lost).isEqualTo(Expected.file("lost.xml"));
    }

    @Test
    void keepsHostileTextAsText() throws Exception {
        Report report = HostileReport.report();

        Element test = (Element) parse(suite(report, HostileReport.TEXT))
                .getElementsByTagName("testcase")
                .item(0);

        String visible = PlainText.visible(HostileReport.TEXT);
        assertThat(test.getAttribute("name")).isEqualTo(PlainText.line(HostileReport.TEXT, 1_000));
        assertThat(test.getElementsByTagName("failure").item(0).getTextContent())
                .endsWith(visible);
        assertThat(test.getElementsByTagName("*").getLength())
                .as("nothing but failure and system-out")
                .isEqualTo(2);
    }

    @Test
    void publishesNoFileThatPrintedTextAsksFor() {
        TestResult test = new TestResult(
                SampleReports.junit("A", "b"),
                TestStatus.PASSED,
                null,
                Duration.ZERO,
                null,
                List.of(SampleRuns.printing("[[ATTACHMENT|/etc/passwd]]")),
                List.of());

        String xml = suite(SampleReports.report(List.of(test)), "com.acme.retail.A");

        assertThat(xml).contains("    [[ATTACHMENT |/etc/passwd]]").doesNotContain("[[ATTACHMENT|");
    }

    @Test
    void writesTheVerdictAsATestWhereNoTestSaysWhyItIsRed() {
        Report report = SampleReports.report(SampleReports.suite(List.of()), RunFacts.ended(0));

        assertThat(JunitXml.needsVerdict(report)).isTrue();
        assertThat(JunitXml.verdict(report)).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="lakelight.verdict" tests="1" errors="1" failures="0" skipped="0" hostname="build-7" time="64.480" timestamp="2026-11-22T10:00:00">
                          <testcase classname="lakelight.verdict" name="verdict" time="0.000">
                            <error message="No test ran: the suite found none." type="verdict"><![CDATA[No test ran: the suite found none.]]></error>
                          </testcase>
                        </testsuite>
                        """);
    }

    @Test
    void leavesTheVerdictToTheTestsWhereTheySayWhy() {
        SuiteResult broken = new SuiteResult(
                null,
                null,
                SampleReports.suite(List.of()).versions(),
                List.of(),
                List.of(),
                List.of("executor 1 was lost"));

        assertThat(JunitXml.needsVerdict(SampleReports.green())).isFalse();
        assertThat(JunitXml.needsVerdict(SampleReports.red())).isFalse();
        assertThat(JunitXml.needsVerdict(SampleReports.report(broken, RunFacts.ended(0))))
                .isTrue();
    }

    private static String suite(Report report, String suite) {
        return JunitXml.suite(suite, report.bySuite().get(suite), report);
    }

    private static Element parse(String xml) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
