package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.workspace.RawClient.Answer;
import dev.lakelight.workspace.api.HttpVerb;
import dev.lakelight.workspace.api.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent to any operation, it is answered, and never by a mistake of ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {

    private static final int REQUESTS_A_ROUTE = 25;

    private static final List<String> FIELDS = List.of(
            "path",
            "url",
            "provider",
            "branch",
            "tag",
            "sparse_checkout",
            "git_credential_id",
            "content",
            "contents",
            "format",
            "language",
            "overwrite",
            "recursive",
            "scope",
            "key",
            "string_value",
            "bytes_value",
            "principal",
            "permission",
            "handle",
            "data",
            "offset",
            "length",
            "source_path",
            "destination_path",
            "access_control_list",
            "git_provider",
            "personal_access_token",
            "catalog_name",
            "schema_name",
            "name",
            "lifetime_seconds",
            "token_id",
            "grant_type",
            "filter",
            "startIndex",
            "count",
            "page_token",
            "next_page_token",
            "path_prefix",
            "keys",
            "page_size",
            "max_results",
            "cluster_id",
            "num_workers",
            "autoscale",
            "autotermination_minutes",
            "spark_conf",
            "init_scripts",
            "order",
            "limit",
            "start_time",
            "event_types",
            "filter_by",
            "statement",
            "warehouse_id",
            "wait_timeout",
            "row_limit",
            "parameters",
            "job_id",
            "run_id",
            "tasks",
            "new_settings",
            "fields_to_remove",
            "job_clusters",
            "notebook_task",
            "git_source",
            "schedule",
            "trigger",
            "continuous",
            "run_as",
            "queue",
            "max_concurrent_runs",
            "timeout_seconds",
            "email_notifications",
            "job_parameters",
            "notebook_params",
            "jar_params",
            "only",
            "idempotency_token",
            "rerun_tasks",
            "rerun_all_failed_tasks",
            "run_type",
            "views_to_export");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"true\"",
            "0",
            "-1",
            "9223372036854775807",
            "1e999",
            "3.5",
            "\"\"",
            "\" \"",
            "\"/\"",
            "\"/Users/grace@example.org/x\"",
            "\"/Shared\"",
            "\"/../../etc/passwd\"",
            "\"/Users/\\u0000\"",
            "\"\\ud800\"",
            "\"file:///nowhere\"",
            "\"https://user:password@\"",
            "\"gitHub\"",
            "\"SOURCE\"",
            "\"AUTO\"",
            "\"SQL\"",
            "\"dbfs:/x\"",
            "[]",
            "[1]",
            "[{}]",
            "{}",
            "{\"patterns\":[\"a\"]}",
            "[[[[]]]]",
            "\"Zm9v\"",
            "\"%%%\"",
            "\"" + "x".repeat(5000) + "\"",
            "\"main\"",
            "\"users\"",
            "\"DATABRICKS\"",
            "\"client_credentials\"",
            "[{\"user_name\":\"x\"}]",
            "{\"min_workers\":1}",
            "{\"min_workers\":2,\"max_workers\":1}",
            "[{\"name\":\"x\"}]",
            "\"5s\"",
            "[{\"task_key\":\"a\",\"notebook_task\":{\"notebook_path\":\"/Shared/x\"}}]",
            "[{\"task_key\":\"a\",\"for_each_task\":{\"inputs\":\"[\",\"task\":{}}},1]",
            "{\"tasks\":[{\"task_key\":\"b\",\"spark_jar_task\":{\"main_class_name\":\"X\"}}]}",
            "{\"notebook_path\":\"/Shared/x\"}",
            "{\"quartz_cron_expression\":\"* *\",\"timezone_id\":\"UTC\"}",
            "{\"file_arrival\":{\"url\":\"/Volumes/../x\"}}",
            "{\"enabled\":true}",
            "[\"a\"]");

    private static final List<String> PATHS = List.of(
            "1",
            "-1",
            "0",
            "x",
            "a.b.c",
            "%2F",
            "%2e%2e%2f",
            "%00",
            "Volumes%2Fa%2Fb%2Fc",
            "Volumes/main/s/v/f",
            "%F0%9F%92%A9",
            "99999999999999999999",
            "%25",
            "a%0Ab",
            "users%2F..%2Fx",
            "x".repeat(300));

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "[]",
            "null",
            "1",
            "\"x\"",
            "\u0000",
            "{\"path\":1}{\"path\":2}",
            "[".repeat(2000),
            "{\"a\":".repeat(500),
            "a=b&c=%ZZ",
            "--xx\r\nbroken");

    private static final List<String> TYPES = List.of(
            "application/json",
            "text/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=xx",
            "multipart/form-data",
            "nonsense");

    @TempDir
    static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void start() {
        workspace = RunningWorkspace.withUsers(folder.resolve("state"))
                .taskClusters(new ScriptedClusters())
                .start();
    }

    @AfterAll
    static void stop() {
        workspace.close();
    }

    static Stream<String> routes() {
        return workspace.routes().stream().map(route -> route.verb() + " " + route.path());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void answersWhateverIsSent(String name) {
        Route route = workspace.routes().stream()
                .filter(each -> (each.verb() + " " + each.path()).equals(name))
                .findFirst()
                .orElseThrow();
        Random random = new Random(name.hashCode());

        for (int i = 0; i < REQUESTS_A_ROUTE; i++) {
            send(route, random);
        }
    }

    private static void send(Route route, Random random) {
        String token = random.nextInt(4) == 0 ? RunningWorkspace.USER_TOKEN : RunningWorkspace.ADMIN_TOKEN;
        RawClient client = RawClient.with(workspace, token).header("Content-Type", pick(TYPES, random));
        String path = path(route.path(), random);
        String body = random.nextInt(4) == 0 ? pick(BODIES, random) : object(random);

        Answer answer = client.send(route.verb().name(), path, body);

        assertThat(answer.status())
                .as("%s %s with %s: %s", route.verb(), path, body, answer.text())
                .isLessThan(500);
        if (answer.status() >= 400
                && route.verb() != HttpVerb.HEAD
                && !route.path().startsWith("/oidc")) {
            assertThat(answer.text()).as("%s %s", route.verb(), path).startsWith("{\"error_code\":\"");
        }
    }

    private static String path(String template, Random random) {
        String path = Pattern.compile("[{<]\\w+[}>]")
                .matcher(template)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(pick(PATHS, random)));
        return random.nextInt(3) == 0 ? path + "?" + pick(FIELDS, random) + "=" + pick(PATHS, random) : path;
    }

    private static String object(Random random) {
        return random.ints(random.nextInt(8), 0, FIELDS.size())
                .mapToObj(index -> "\"%s\":%s".formatted(FIELDS.get(index), pick(VALUES, random)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    @Test
    void answersVerbsThatNoOperationHas() {
        for (String verb : List.of("OPTIONS", "TRACE", "PROPFIND", "DELETE", "PUT")) {
            Answer answer =
                    RawClient.with(workspace, RunningWorkspace.USER_TOKEN).send(verb, "/api/2.0/repos", "");

            assertThat(answer.status()).as(verb).isBetween(400, 499);
        }
    }
}
