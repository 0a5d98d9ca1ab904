package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.settings.CreateTokenRequest;
import com.databricks.sdk.service.settings.CreateTokenResponse;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.Language;
import dev.lakelight.workspace.RawClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people. */
class PageTest {

    private static final Workspace WORKSPACE = RunningWorkspace.get();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/browse", "/clusters", "/jobs", "/runs"})
    void showsWhatThereIs(String path) {
        Answer answer = RawClient.with(WORKSPACE, RunningWorkspace.USER_TOKEN).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Lakelight workspace").doesNotContain("{{");
        assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void asksForALogin() {
        Answer answer = RawClient.without(WORKSPACE).get("/jobs");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/login");
    }

    @Test
    void logsInByToken() {
        Answer answer = form("token=" + RunningWorkspace.USER_TOKEN);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(header(answer, "Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
        assertThat(page("/", cookie(answer)).text()).contains("Logged in as " + RunningWorkspace.USER);
    }

    @Test
    void refusesAWrongToken() {
        Answer answer = form("token=nobodys");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("Invalid access token.");
        assertThat(answer.response().headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void letsALinkLogInOnce() {
        String link = WORKSPACE.browserLink().substring(WORKSPACE.url().length());

        Answer first = RawClient.without(WORKSPACE).get(link);
        Answer second = RawClient.without(WORKSPACE).get(link);

        assertThat(page("/", cookie(first)).text()).contains("Logged in as " + RunningWorkspace.ADMIN);
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.text()).contains("This link has been used. Log in with a token.");
    }

    @Test
    void logsOutWhoseTokenWasRevoked() {
        CreateTokenResponse token = RunningWorkspace.user().tokens().create(new CreateTokenRequest());
        String cookie = cookie(form("token=" + token.getTokenValue()));
        assertThat(page("/", cookie).status()).isEqualTo(200);

        RunningWorkspace.user().tokens().delete(token.getTokenInfo().getTokenId());

        assertThat(header(page("/", cookie), "Location")).isEqualTo("/login");
    }

    @Test
    void logsOutAfterTwelveHours() {
        MovableClock clock = new MovableClock();

        try (Workspace workspace =
                RunningWorkspace.withUsers(folder).clock(clock).start()) {
            String cookie = cookie(login(workspace));
            clock.move(Duration.ofHours(11));
            int before = page(workspace, "/", cookie).status();
            clock.move(Duration.ofHours(1));

            assertThat(before).isEqualTo(200);
            assertThat(page(workspace, "/", cookie).status()).isEqualTo(303);
            assertThat(header(login(workspace), "Set-Cookie")).contains("; Max-Age=43200");
        }
    }

    @Test
    void forgetsTheOldestOfTooManyLogins() {
        try (Workspace workspace = RunningWorkspace.withUsers(folder).start()) {
            String oldest = cookie(login(workspace));
            String second = cookie(login(workspace));
            IntStream.range(0, 199).forEach(i -> cookie(login(workspace)));

            assertThat(page(workspace, "/", oldest).status()).isEqualTo(303);
            assertThat(page(workspace, "/", second).status()).isEqualTo(200);
        }
    }

    @Test
    void keepsTheCookieOfPagesOutOfTheApi() {
        String cookie = cookie(form("token=" + RunningWorkspace.USER_TOKEN));

        Answer answer = page("/api/2.0/preview/scim/v2/Me", cookie);

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void showsTheCellsOfANotebookAsText() {
        put("/Users/%s/odd & <b>named".formatted(RunningWorkspace.USER), "SELECT '<script>alert(1)</script>'");

        String folder = page("/browse?path=/Users/" + RunningWorkspace.USER);
        String notebook = page("/browse?path=/Users/" + RunningWorkspace.USER + "/odd+%26+%3Cb%3Enamed");

        assertThat(folder)
                .contains("odd &amp; &lt;b&gt;named</a>")
                .contains("grace%40example.org%2Fodd+%26+%3Cb%3Enamed")
                .doesNotContain("<b>named");
        assertThat(notebook)
                .contains("SELECT &#39;&lt;script&gt;alert(1)&lt;/script&gt;&#39;")
                .doesNotContain("<script");
    }

    @Test
    void showsNobodyWhatTheApiWouldNotTellThem() {
        put("/Users/%s/private".formatted(RunningWorkspace.USER), "SELECT 'of grace'");

        Answer answer = RawClient.with(WORKSPACE, RunningWorkspace.OTHER_TOKEN)
                .get("/browse?path=/Users/" + RunningWorkspace.USER + "/private");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("Not shown").doesNotContain("of grace");
    }

    @Test
    void saysWhatIsNotThere() {
        Answer answer = RawClient.with(WORKSPACE, RunningWorkspace.USER_TOKEN).get("/browse?path=/Shared/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("Path (/Shared/nothing) doesn&#39;t exist.");
    }

    private static void put(String path, String source) {
        RunningWorkspace.user()
                .workspace()
                .importContent(new Import()
                        .setPath(path)
                        .setFormat(ImportFormat.SOURCE)
                        .setLanguage(Language.SQL)
                        .setOverwrite(true)
                        .setContent(Base64.getEncoder().encodeToString(source.getBytes())));
    }

    private static Answer form(String body) {
        return form(WORKSPACE, body);
    }

    private static Answer login(Workspace workspace) {
        return form(workspace, "token=" + RunningWorkspace.USER_TOKEN);
    }

    private static Answer form(Workspace workspace, String body) {
        return RawClient.without(workspace)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/login", body);
    }

    private static String page(String path) {
        return RawClient.with(WORKSPACE, RunningWorkspace.USER_TOKEN).get(path).text();
    }

    private static Answer page(String path, String cookie) {
        return page(WORKSPACE, path, cookie);
    }

    private static Answer page(Workspace workspace, String path, String cookie) {
        return RawClient.without(workspace).header("Cookie", cookie).get(path);
    }

    private static String cookie(Answer answer) {
        return List.of(header(answer, "Set-Cookie").split(";")).get(0);
    }

    private static String header(Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElseThrow();
    }
}
