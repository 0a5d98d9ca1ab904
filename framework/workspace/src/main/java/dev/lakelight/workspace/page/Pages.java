package dev.lakelight.workspace.page;

import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Authenticator;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All pages, and how browsers log in. */
public final class Pages implements Topic {

    private final List<Route> api;
    private final Browsers browsers;

    /**
     * Show what operations answer to those that an authenticator knows.
     *
     * @param encrypted whether they are served by TLS
     */
    public Pages(List<Route> api, Authenticator authenticator, Clock clock, boolean encrypted) {
        this.api = List.copyOf(api);
        this.browsers = new Browsers(authenticator, clock, encrypted);
    }

    /** Return the path that logs one browser in, once, as the owner of a token. */
    public String invitation(String token) {
        return "/open?code=" + browsers.invite(token);
    }

    @Override
    public List<Route> routes() {
        return Routes.of("pages")
                .open()
                .get("/", "showOverview", request -> show(request, Overview::page))
                .get("/browse", "showObject", request -> show(request, TreePage::page))
                .get("/clusters", "showClusters", request -> show(request, ClusterPages::list))
                .get("/clusters/{id}", "showCluster", request -> show(request, ClusterPages::one))
                .get("/jobs", "showJobs", request -> show(request, JobPages::list))
                .get("/jobs/{id}", "showJob", request -> show(request, JobPages::one))
                .get("/runs", "showRuns", request -> show(request, RunPages::list))
                .get("/runs/{id}", "showRun", request -> show(request, RunPages::one))
                .get("/tasks/{id}", "showTask", request -> show(request, TaskPage::page))
                .get("/page.css", "showStyle", request -> Html.style())
                .get("/open", "openPages", this::open)
                .get("/login", "showLogin", request -> login(""))
                .post("/login", "login", this::login)
                .list();
    }

    private ApiResponse show(ApiRequest request, View view) throws IOException {
        try {
            Optional<Principal> caller = browsers.of(request);
            return caller.isPresent()
                    ? view.page(request, new ApiReader(api, request, caller.get()))
                    : Html.redirect("/login");
        } catch (ApiException e) {
            return Html.page("problem", "Not shown", Map.of("problem", e.text()))
                    .withStatus(e.status());
        }
    }

    private ApiResponse open(ApiRequest request) {
        try {
            String cookie = browsers.enter(request.query().optionalText("code").orElse(""), request);
            return Html.redirect("/").with("Set-Cookie", cookie);
        } catch (ApiException e) {
            return login("This link has been used. Log in with a token.").withStatus(e.status());
        }
    }

    private ApiResponse login(ApiRequest request) {
        try {
            String token = request.parameters().optionalText("token").orElse("").strip();
            return Html.redirect("/").with("Set-Cookie", browsers.login(token, request));
        } catch (ApiException e) {
            return login(e.text()).withStatus(e.status());
        }
    }

    private static ApiResponse login(String problem) {
        return Html.page("login", "Log in", Map.of("problem", problem));
    }

    /** Makes a page of what the API answers. */
    @FunctionalInterface
    private interface View {

        ApiResponse page(ApiRequest request, ApiReader api) throws IOException;
    }
}
