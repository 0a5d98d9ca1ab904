package dev.lakelight.branch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitRemoteTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/shop.git, https://github.com/acme/shop.git",
        "https://me:secret@github.com/acme/shop.git, https://github.com/acme/shop.git",
        "git@github.com:acme/shop.git, https://github.com/acme/shop.git",
        "ssh://git@gitlab.example.org:2222/acme/shop.git, https://gitlab.example.org/acme/shop.git",
        "file:///repos/shop.git, file:///repos/shop.git",
    })
    void isAnAddressThatAWorkspaceCanReach(String written, String address) {
        assertThat(GitRemote.webAddress(written)).isEqualTo(address);
    }
}
