package dev.lakelight.branch;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where others can fetch what is tested.
 *
 * @param workTree root of the work tree, absolute
 * @param url of the remote {@code origin} as a web address without user name and password, or null when there is none
 */
public record GitRemote(Path workTree, @Nullable String url) {

    private static final Pattern SSH = Pattern.compile("(?:ssh://)?(?:[^@/]+@)([^:/]+)(?::\\d+)?[:/](.+)");

    public GitRemote {
        requireNonNull(workTree, "workTree");
    }

    /**
     * Return the remote of the repository that holds a directory; empty when none does.
     *
     * @throws EnvironmentError when the repository cannot be read
     */
    public static Optional<GitRemote> of(Path directory) {
        try (GitRepository repository = GitRepository.holding(directory).orElse(null)) {
            return repository == null
                    ? Optional.empty()
                    : repository.root().map(root -> new GitRemote(root, webAddress(repository.originUrl())));
        } catch (IOException | IllegalArgumentException e) {
            throw new EnvironmentError("The repository of %s cannot be read: %s".formatted(directory, e), e);
        }
    }

    /** Hosts offer the same repository by SSH and by HTTPS. */
    static @Nullable String webAddress(@Nullable String url) {
        if (url == null) {
            return null;
        }

        Matcher ssh = SSH.matcher(url);

        if (!url.startsWith("http") && ssh.matches()) {
            return "https://%s/%s".formatted(ssh.group(1), ssh.group(2));
        }

        return url.startsWith("http") ? WebLinks.withoutUserInfo(url).orElse(null) : url;
    }
}
