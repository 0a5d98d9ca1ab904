package dev.lakelight.branch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Makes the build server's addresses fit to be shown. */
final class WebLinks {

    private WebLinks() {}

    /** Return an http or https address without user name and password; empty when the text is no such address. */
    static Optional<String> withoutUserInfo(String text) {
        try {
            return visible(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> visible(URI uri) {
        String scheme = uri.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        String authority = uri.getRawAuthority();

        if (!web || authority == null) {
            return Optional.empty();
        }

        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        return Optional.of(scheme + "://" + host + path + query);
    }

    /** Encode one segment of a path. */
    static String encode(String segment) {
        try {
            return new URI(null, null, "/" + segment, null)
                    .getRawPath()
                    .substring(1)
                    .replace("/", "%2F");
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
