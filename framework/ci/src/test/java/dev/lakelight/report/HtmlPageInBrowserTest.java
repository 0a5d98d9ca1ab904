package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Opens pages in a real browser, each in a frame of a given width, and asks how they look and work. */
@TestInstance(Lifecycle.PER_CLASS)
class HtmlPageInBrowserTest {

    private static final Pattern ANSWERS = Pattern.compile("<pre id=\"answers\">(.*?)</pre>", Pattern.DOTALL);
    private static final Map<String, Report> PAGES = Map.of(
            "/red", SampleReports.red(),
            "/green", SampleReports.green(),
            "/hostile", HostileReport.report(),
            "/large", SampleReports.large(1_200));

    private final Set<String> requests = new ConcurrentSkipListSet<>();
    private JsonNode answers;

    @BeforeAll
    void openAllPagesOnce(@TempDir Path directory) throws Exception {
        Optional<Browser> browser = Browser.installed(directory);
        assumeTrue(browser.isPresent(), "no chromium, chromium-browser or google-chrome is installed");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();

        try {
            String document = browser.get()
                    .open("http://report.test/frames", server.getAddress().getPort());
            Matcher matcher = ANSWERS.matcher(document);
            assertThat(matcher.find()).as("answers in: %s", document).isTrue();
            this.answers = new ObjectMapper().readTree(matcher.group(1));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void fitTheWidthOfAPhoneAndOfADesk() {
        for (String frame : new String[] {"red390", "green390", "hostile390", "large390", "red1280", "hostile1280"}) {
            assertThat(answers.at("/" + frame + "/overflow").asInt())
                    .as("pixels that %s is too wide", frame)
                    .isZero();
            assertThat(answers.at("/" + frame + "/tooWide"))
                    .as("elements of %s that are too wide", frame)
                    .isEmpty();
        }
    }

    @Test
    void askForNothingElseWhateverTheDataHold() {
        assertThat(requests)
                .filteredOn(request -> request.contains(".test"))
                .containsExactly(
                        "http://report.test/frames",
                        "http://report.test/green",
                        "http://report.test/hostile",
                        "http://report.test/large",
                        "http://report.test/red");
    }

    @Test
    void runNoScriptThatCameWithTheData() {
        assertThat(answers.at("/hostile390/hacked").asBoolean()).isFalse();
        assertThat(answers.at("/hostile390/scripts").asInt()).isEqualTo(1);
        assertThat(answers.at("/hostile390/images").asInt()).isZero();
    }

    @Test
    void openWhatFailedAndNothingElse() {
        assertThat(answers.at("/red390/open").asInt()).isEqualTo(4);
        assertThat(answers.at("/green390/open").asInt()).isZero();
    }

    @Test
    void filterByStatusKindAndText() {
        assertThat(answers.at("/red1280/bad").asText()).isEqualTo("4 of 7 shown");
        assertThat(answers.at("/red1280/kind").asText()).isEqualTo("2 of 7 shown");
        assertThat(answers.at("/red1280/text").asText()).isEqualTo("1 of 7 shown");
        assertThat(answers.at("/red1280/none").asText()).isEqualTo("0 of 7 shown");
        assertThat(answers.at("/large390/text").asText()).isEqualTo("1 of 1200 shown");
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add("http://" + exchange.getRequestHeaders().getFirst("Host")
                + exchange.getRequestURI().getPath());
        String path = exchange.getRequestURI().getPath();
        String content = PAGES.containsKey(path) ? HtmlPage.of(PAGES.get(path)) : Expected.file("frames.html");
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
