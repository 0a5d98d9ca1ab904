package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lakelight.junit.LakelightTest;
import dev.lakelight.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@LakelightTest
class OrderPipelineTest {

    @Test
    @Tag("integration")
    void countsOnTheCluster(Lake lake) {
        Order order = new Order(1, 10);

        assertEquals(
                order.amount(),
                lake.session().range(1000).filter("id < " + order.amount()).count());
    }

    @Test
    @Tag("hanging")
    void hangsOnTheCluster(Lake lake) throws IOException, InterruptedException {
        lake.session().range(1000).count();
        Files.createFile(Path.of("target", "hanging"));
        Thread.sleep(600_000);
    }
}
