package dev.lakelight.workspace.job.store;

import dev.lakelight.workspace.api.ApiErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a list whose newest items come first. The tokens name items, so that pages stay what they are while items are added.
 *
 * @param next token for the items behind this page; empty when it is the last one
 * @param previous token for the items before this page; empty when it is the first one
 */
public record Page<T>(List<T> items, Optional<String> next, Optional<String> previous) {

    /** Create a page. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Where a page begins.
     *
     * @param isForward whether the items wanted are older than the number, rather than newer
     * @param number of an item
     */
    public record Start(boolean isForward, long number) {

        private static final Pattern TOKEN = Pattern.compile("(older|newer):(\\d{1,18})");

        /** Begin with the newest. */
        public static final Start NEWEST = new Start(true, Long.MAX_VALUE);

        /**
         * Read a token.
         *
         * @throws dev.lakelight.workspace.api.ApiException when it is not one of ours
         */
        public static Start parse(String token) {
            if (token.isEmpty()) {
                return NEWEST;
            }

            try {
                String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);
                Matcher matcher = TOKEN.matcher(text);

                if (matcher.matches()) {
                    return new Start(matcher.group(1).equals("older"), Long.parseLong(matcher.group(2)));
                }
            } catch (IllegalArgumentException e) {
                // Not one of ours either.
            }

            throw ApiErrors.invalid("The page token is not one that this workspace has given.");
        }

        /** Return the token that stands for it. */
        public String token() {
            String text = "%s:%d".formatted(isForward ? "older" : "newer", number);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
