package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many clients at once. */
class LoadTest {

    private static final int CLIENTS = 20;
    private static final int REQUESTS = 200;

    @Test
    void answersManyClientsAtOnce() throws Exception {
        RawClient client = RawClient.with(RunningWorkspace.get(), RunningWorkspace.USER_TOKEN);
        String folder = "/Users/%s/%s".formatted(RunningWorkspace.USER, UUID.randomUUID());
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Integer>> statuses = new ArrayList<>();

        for (int i = 0; i < REQUESTS; i++) {
            String path = "%s/%d".formatted(folder, i);
            String body = "{\"path\":\"%s\"}".formatted(path);
            boolean writes = i % 2 == 0;
            statuses.add(clients.submit(() -> writes
                    ? client.send("POST", "/api/2.0/workspace/mkdirs", body).status()
                    : client.get("/api/2.0/preview/scim/v2/Me").status()));
        }

        for (Future<Integer> status : statuses) {
            assertThat(status.get()).isEqualTo(200);
        }
        clients.shutdown();
        assertThat(client.get("/api/2.0/workspace/list?path=" + folder).json().path("objects"))
                .hasSize(REQUESTS / 2);
    }
}
