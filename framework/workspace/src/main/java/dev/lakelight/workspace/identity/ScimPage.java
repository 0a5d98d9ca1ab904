package dev.lakelight.workspace.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** A part of a list. */
@JsonNaming(LowerCamelCaseStrategy.class)
record ScimPage(
        List<String> schemas,
        long totalResults,
        long startIndex,
        long itemsPerPage,
        @JsonProperty("Resources") List<ScimResource> resources) {

    static ScimPage of(List<ScimResource> all, long start, long count) {
        List<ScimResource> part = all.stream().skip(start - 1).limit(count).toList();
        return new ScimPage(
                List.of("urn:ietf:params:scim:api:messages:2.0:ListResponse"), all.size(), start, part.size(), part);
    }
}
