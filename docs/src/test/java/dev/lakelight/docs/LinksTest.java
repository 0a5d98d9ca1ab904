package dev.lakelight.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between files of the project lead somewhere. */
class LinksTest {

    static Stream<Arguments> links() {
        return Chapter.all().stream()
                .flatMap(chapter -> chapter.destinations().stream()
                        .filter(destination -> !destination.matches("[a-z]+:.*"))
                        .map(destination -> Arguments.of(chapter, destination)));
    }

    @ParameterizedTest
    @MethodSource("links")
    void leadsSomewhere(Chapter chapter, String destination) {
        String[] parts = destination.split("#", 2);
        Path target = parts[0].isEmpty()
                ? chapter.file()
                : chapter.file().resolveSibling(parts[0]).normalize();

        assertThat(Files.exists(target))
                .as("target of the link %s in %s", destination, chapter.name())
                .isTrue();

        if (parts.length == 2) {
            assertThat(Chapter.read(target).anchors())
                    .as("headings of %s, for the link %s in %s", target, destination, chapter.name())
                    .contains(parts[1]);
        }
    }
}
