package dev.lakelight.workspace.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list that clients ask for page by page.
 *
 * @param nextToken what the client sends to get the next part; empty for the last one
 */
public record Paging<T>(List<T> items, Optional<String> nextToken) {

    private static final String PREFIX = "from:";

    /**
     * Return a page.
     *
     * @param token that of the page before; empty for the first page
     * @throws ApiException when the token is not one of ours
     */
    public static <T> Paging<T> of(List<T> all, Optional<String> token, int size) {
        int start = token.filter(text -> !text.isEmpty()).map(Paging::start).orElse(0);
        int end = (int) Math.min(all.size(), (long) start + size);
        List<T> items = start >= all.size() ? List.of() : List.copyOf(all.subList(start, end));
        return new Paging<>(items, end < all.size() ? Optional.of(token(end)) : Optional.empty());
    }

    private static String token(int start) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((PREFIX + start).getBytes(StandardCharsets.UTF_8));
    }

    private static int start(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int start = Integer.parseInt(text.substring(PREFIX.length()));

            if (text.startsWith(PREFIX) && start >= 0) {
                return start;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Not one of ours either.
        }

        throw ApiErrors.invalid("The page token is not one that this workspace has given.");
    }
}
