package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guide's first chapter, followed from top to bottom in an empty folder. */
class QuickStartIT {

    @BeforeEach
    void needsGit() {
        ItGit.assumeInstalled();
    }

    @Test
    void leadsFromAnEmptyFolderToGreenAndRedAndBack() {
        ItProject project = ItProject.empty("quick start");
        Newcomer newcomer = new Newcomer(project);

        GuideStep.of("docs/01-quick-start.md").forEach(newcomer::follow);

        assertThat(newcomer.verdicts()).containsExactly("GREEN", "RED", "GREEN");
    }
}
