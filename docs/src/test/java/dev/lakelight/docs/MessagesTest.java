package dev.lakelight.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages that the guide explains exist. */
class MessagesTest {

    static Stream<String> messages() {
        return Chapter.named("11-troubleshooting.md").table("Message").column("Message").stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isInTheCode(String message) {
        assertThat(Project.mainSources().map(Project::read))
                .withFailMessage("no source file says: %s", message)
                .anyMatch(source -> source.contains(message));
    }
}
