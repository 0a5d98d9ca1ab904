package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts the arrays of jobs and runs into pages, as version 2.2 has them: all with the same token. */
final class LongArrays {

    private static final int PAGE = 100;
    private static final List<String> ARRAYS = List.of("tasks", "job_clusters", "parameters", "environments");

    private LongArrays() {}

    /**
     * Leave a page of each array.
     *
     * @param holder of the arrays
     * @param root gets the token for the next page
     * @param token of the page before; empty for the first page
     */
    static void cut(ObjectNode holder, ObjectNode root, Optional<String> token) {
        Optional<String> next = Optional.empty();

        for (String field : ARRAYS) {
            if (holder.get(field) instanceof ArrayNode array) {
                Paging<JsonNode> page = Paging.of(items(array), token, PAGE);
                holder.set(field, array.arrayNode().addAll(page.items()));
                next = next.or(page::nextToken);
            }
        }

        next.ifPresent(text -> root.put("has_more", true).put("next_page_token", text));
    }

    private static List<JsonNode> items(ArrayNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }
}
