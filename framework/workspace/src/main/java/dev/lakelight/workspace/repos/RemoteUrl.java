package dev.lakelight.workspace.repos;

import dev.lakelight.workspace.api.ApiErrors;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Accepts URLs of remotes: those that can be reached without keys, and that hold no credentials, as they are shown and logged. */
final class RemoteUrl {

    private static final Set<String> SCHEMES = Set.of("https", "http", "file");

    private RemoteUrl() {}

    static String parse(String text) {
        URI uri;

        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw ApiErrors.invalid("The url cannot be read. It has to start with https:// or file://");
        }

        if (uri.getUserInfo() != null) {
            throw ApiErrors.git(
                    "GIT_SENSITIVE_TOKEN_DETECTED",
                    "The url holds credentials. Leave them out, and add a git credential for its provider.");
        }

        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);

        if (!SCHEMES.contains(scheme)) {
            throw ApiErrors.invalid("The url %s has to start with https:// or file://".formatted(text));
        }

        return text;
    }

    /** Return the last name of a URL, which is what a Git folder is called by itself. */
    static String folderName(String url) {
        String path = url.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
