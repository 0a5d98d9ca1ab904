package dev.lakelight.workspace.repos;

import org.jspecify.annotations.Nullable;

/** What is told of a git credential: everything but its token. */
record GitCredential(
        long credentialId,
        String gitProvider,
        @Nullable String gitUsername,
        @Nullable String gitEmail,
        @Nullable String name,
        @Nullable Boolean isDefaultForProvider) {

    GitCredential with(long id, boolean isDefault) {
        return new GitCredential(id, gitProvider, gitUsername, gitEmail, name, isDefault);
    }
}
