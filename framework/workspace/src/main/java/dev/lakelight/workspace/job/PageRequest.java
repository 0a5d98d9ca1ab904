package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.job.store.Page;

/**
 * The part of a list that a client asks for.
 *
 * @param offset how many of the first items to leave out, as old clients ask
 */
record PageRequest(Page.Start start, int size, int offset) {

    private static final int LARGEST_OFFSET = 10_000;

    static PageRequest of(Parameters parameters, int usual, int largest) {
        long limit = parameters.optionalNumber("limit").orElse(usual);
        long offset = parameters.optionalNumber("offset").orElse(0);

        if (limit < 0 || limit > largest) {
            throw ApiErrors.invalid("limit must be from 1 to %d.".formatted(largest));
        }

        if (offset < 0 || offset > LARGEST_OFFSET) {
            throw ApiErrors.invalid("offset must be from 0 to %d.".formatted(LARGEST_OFFSET));
        }

        Page.Start start =
                Page.Start.parse(parameters.optionalText("page_token").orElse(""));
        return new PageRequest(start, limit == 0 ? usual : (int) limit, (int) offset);
    }

    /** Begin an answer with what it says of other pages. */
    static ObjectNode answer(Page<?> page) {
        ObjectNode answer = WireJson.mapper().createObjectNode();
        answer.put("has_more", page.next().isPresent());
        page.next().ifPresent(token -> answer.put("next_page_token", token));
        page.previous().ifPresent(token -> answer.put("prev_page_token", token));
        return answer;
    }
}
