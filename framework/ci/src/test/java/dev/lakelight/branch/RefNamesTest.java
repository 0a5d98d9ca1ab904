package dev.lakelight.branch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefNamesTest {

    @ParameterizedTest
    @CsvSource({
        "feature/x, feature/x",
        "refs/heads/feature/x, feature/x",
        "refs/remotes/origin/feature/x, feature/x",
        "origin/x, origin/x",
        "heads/x, heads/x"
    })
    void findsThePlainName(String ref, String branch) {
        assertThat(RefNames.branch(ref)).contains(branch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "refs/tags/v1", "tags/v1", "refs/pull/1/merge", "pull/1/merge", "refs/heads/"})
    void findsNoBranchInOtherRefs(String ref) {
        assertThat(RefNames.branch(ref)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"origin/feature/x, feature/x", "refs/heads/x, x", "x, x"})
    void stripsTheRemoteWhereServersWriteIt(String ref, String branch) {
        assertThat(RefNames.remoteBranch(ref)).contains(branch);
    }
}
