package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

    @Test
    void showsVerdictBranchAndReasons() {
        String page = HtmlPage.of(SampleReports.red());

        assertThat(page)
                .contains("<title>RED: retail (Lakelight)</title>", "<body class=\"red\">")
                .contains("<li>1 test was lost: com.acme.retail.OrderGoldTest &gt; sumsRevenuePerDay(Lake).</li>")
                .contains("<code>feature/late-invoices@1a2b3c4 (dirty)</code>")
                .contains("<dd><code>main@9f8e7d6</code></dd>")
                .contains("2 executor processes, 1 core each");
    }

    @Test
    void showsNotebookCellAndProblemOfAFailedTest() {
        assertThat(HtmlPage.of(SampleReports.red()))
                .contains("Look at <code>cell 4 of pipelines/silver/customers.sql:28</code>")
                .contains("t.address &#x3D; s.adress")
                .contains("<details class=\"cell failed\" open>");
    }

    @Test
    void saysAtTheTopWhereToLookUnlessTheMessageDoes() {
        String message = "[src/test/lakelight/customers.yml:19] silver.customers has no table";
        Report report = SampleReports.report(List.of(SampleReports.failed(
                SampleReports.scenario("a late address wins", 12),
                SampleReports.assertion(message),
                List.of(),
                List.of())));

        assertThat(HtmlPage.of(SampleReports.red()))
                .contains("<span class=\"place\">in cell 4 of pipelines/silver/customers.sql:28</span>")
                .contains("<span class=\"place\">in src/test/lakelight/customers.yml:19</span>");
        assertThat(HtmlPage.of(report))
                .contains("<code class=\"line\">" + message + "</code>")
                .doesNotContain("<span class=\"place\">in ");
    }

    @Test
    void saysAtTheTopWhyACellFailedUnlessTheMessageDoes() {
        String message = "src/test/lakelight/customers.yml:12: pipelines/silver/customers.sql failed.";
        Report report = SampleReports.report(List.of(SampleReports.failed(
                SampleReports.scenario("a late address wins", 12),
                SampleReports.assertion(message),
                List.of(SampleRuns.brokenCustomers()),
                List.of())));
        String reason = "<code class=\"line\">[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or";

        assertThat(HtmlPage.of(report)).contains("<code class=\"line\">" + message + "</code>\n" + reason);
        assertThat(HtmlPage.of(SampleReports.red())).containsOnlyOnce(reason);
    }

    @Test
    void showsDifferencesAsTablesWithKeysAndChanges() {
        assertThat(HtmlPage.of(SampleReports.red()))
                .contains("<h4><code>silver.customers</code> differs from expected/customers.csv:"
                        + " 25 missing, 1 unexpected, 2 changed rows</h4>")
                .contains("<p class=\"written\">Last written by MERGE in cell 3 &quot;Keep the latest&quot; of"
                        + " pipelines/silver/customers.sql:12.</p>")
                .contains("<th scope=\"col\" class=\"key\">customer_id <small>key</small></th>")
                .contains(
                        "<td><del>4 Harbour St</del> <span class=\"arrow\">→</span> <ins>&quot;12 Old Rd &quot;</ins></td>")
                .contains(
                        "<td><del class=\"null\">NULL</del> <span class=\"arrow\">→</span> <ins>&quot;null&quot;</ins></td>")
                .contains("4 differing rows shown, 24 not.")
                .contains("<span class=\"differs\">- |-- revenue: decimal(18,2)   expected</span>");
    }

    @Test
    void rendersProseAndOutputs() {
        assertThat(HtmlPage.of(SampleReports.green()))
                .contains("<h6>Customers, silver</h6>", "<strong>latest address</strong>", "<td>INT</td>")
                .contains("<th scope=\"col\">customer_id <small>int</small></th>")
                .contains("<td class=\"null\">NULL</td>", "first 6 rows");
    }

    @Test
    void letsNothingOutOfItsText() {
        String page = HtmlPage.of(HostileReport.report());

        assertThat(page.split("<script>")).as("only the page's own script").hasSize(2);
        assertThat(page).doesNotContain("<img", "javascript:", "\u202e", "\u001b", "\u0000");
        assertThat(page).contains("[image: x]").contains("🚀");
    }

    @Test
    void allowsOnlyItsOwnStyleAndScript() {
        assertThat(HtmlPage.of(SampleReports.green()))
                .containsPattern("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'sha256-[^']{43,60}'; script-src 'sha256-[^']{43,60}'; img-src data:;"
                        + " base-uri 'none'; form-action 'none'\">")
                .doesNotContain(" style=\"", " onclick=", "src=", "@import", "url(");
    }

    @Test
    void keepsSecretsBack() {
        assertThat(HtmlPage.of(SampleReports.red()))
                .contains("storage.token (redacted)")
                .doesNotContain("dapi-do-not-show");
    }

    @Test
    void staysLightWithManyTests() {
        String page = HtmlPage.of(SampleReports.large(1_500));

        assertThat(page.length()).isLessThan(6_000_000);
        assertThat(page)
                .contains("<body class=\"red many\">", "test number 1499")
                .contains("<p class=\"muted\">Its 5 cells are left out to keep this page light.</p>");
        assertThat(page.split("t.address &#x3D; s.adress", -1))
                .as("no failed test loses its cells")
                .hasSizeGreaterThan(16);
    }

    @Test
    void saysThatNothingRan() {
        assertThat(HtmlPage.of(SampleReports.report(List.of())))
                .contains("<p class=\"card\">No test is known of this run.</p>");
    }
}
