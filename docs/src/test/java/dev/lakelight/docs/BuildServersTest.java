package dev.lakelight.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Files for build servers cannot run here; what can be checked of them is. */
class BuildServersTest {

    static Stream<Fence> examples() {
        return Stream.of("10-build-servers.md", "21-on-databricks.md")
                .flatMap(chapter -> Chapter.named(chapter).fences().stream())
                .filter(fence -> fence.isMarked("build-server"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runsTheCommandAndKeepsTheReports(Fence fence) {
        assertThat(fence.text()).contains("mvn -B -ntp verify").contains("lakelight-reports");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isOfTheLanguageThatItSays(Fence fence) {
        if (fence.language().equals("yaml")) {
            assertThatCode(() -> new Load(LoadSettings.builder().build()).loadFromString(fence.text()))
                    .as(fence.place())
                    .doesNotThrowAnyException();
        } else {
            assertThat(fence.text().chars().filter(c -> c == '{').count())
                    .as(fence.place())
                    .isEqualTo(fence.text().chars().filter(c -> c == '}').count());
        }
    }
}
