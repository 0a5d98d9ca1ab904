package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The workspace that a goal starts, in a folder without a project. */
class WorkspaceIT {

    private static final Pattern PROFILE = Pattern.compile("host\\s*=\\s*(\\S+)\\s+token\\s*=\\s*(\\S+)");

    @Test
    void startsWithOneCommandAnswersAndLeavesNothingBehind() throws IOException, InterruptedException {
        ItProject folder = ItProject.empty("workspace without a project");
        ItBuild build = ItBuild.start(
                        ItSettings.thisMaven(),
                        folder,
                        "dev.lakelight:lakelight-maven-plugin:" + ItSettings.version() + ":workspace")
                .waitForFile(folder.file(".lakelight/workspace/databrickscfg"));

        Matcher profile = PROFILE.matcher(folder.read(".lakelight/workspace/databrickscfg"));
        assertThat(profile.find()).as("a profile with host and token").isTrue();
        assertThat(whoAmI(profile.group(1), profile.group(2))).contains("\"userName\":\"admin@localhost\"");
        build.interrupt().waitFor();

        assertThat(build.log())
                .contains("  address  " + profile.group(1))
                .noneMatch(line -> line.contains(profile.group(2)) || line.contains("BUILD FAILURE"));
        build.assertNothingIsLeftBehind();
    }

    private static String whoAmI(String host, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(host + "/api/2.0/preview/scim/v2/Me"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
