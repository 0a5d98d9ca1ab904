package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkipFlagsTest {

    @Test
    void skipsNothingUnlessAsked() {
        SkipFlags none = new SkipFlags(false, false, false, false);

        assertThat(none.reasonsToSkipSuite()).isEmpty();
        assertThat(none.reasonsToSkipPreparation()).isEmpty();
    }

    @Test
    void tellsEveryReasonToSkipTheSuite() {
        SkipFlags all = new SkipFlags(true, true, true, true);

        assertThat(all.reasonsToSkipSuite())
                .containsExactly(
                        "lakelight.skip is set", "maven.test.skip is set", "skipITs is set", "skipTests is set");
    }

    @Test
    void preparesAsLongAsEitherUnitOrIntegrationTestsMayRun() {
        assertThat(new SkipFlags(false, true, false, false).reasonsToSkipPreparation())
                .isEmpty();
        assertThat(new SkipFlags(false, false, true, false).reasonsToSkipPreparation())
                .isEmpty();
        assertThat(new SkipFlags(false, true, true, false).reasonsToSkipPreparation())
                .containsExactly("skipTests is set", "skipITs is set");
    }
}
