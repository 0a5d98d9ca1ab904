package dev.lakelight.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The schema that readers copy is the one of the jar. */
class SchemaTest {

    private static final String NAME = "lakelight-scenario.schema.json";

    @Test
    void isTheSameAsInTheJar() {
        String ofJar = Project.read(Project.root()
                .resolve("framework/core/src/main/resources/dev/lakelight/scenario")
                .resolve(NAME));

        assertThat(Project.docs().resolve(NAME)).hasContent(ofJar);
    }
}
