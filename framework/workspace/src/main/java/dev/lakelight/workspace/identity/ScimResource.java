package dev.lakelight.workspace.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user, service principal or group on the wire; each has some of these. */
@JsonNaming(LowerCamelCaseStrategy.class)
record ScimResource(
        List<String> schemas,
        String id,
        @Nullable String userName,
        @Nullable String applicationId,
        String displayName,
        @Nullable Boolean active,
        @Nullable Name name,
        @Nullable List<Reference> emails,
        @Nullable List<Reference> groups,
        @Nullable List<Reference> members,
        List<Reference> entitlements) {

    /** Return the name by which permissions know it. */
    @JsonIgnore
    String principalName() {
        if (userName != null) {
            return userName;
        }

        return applicationId != null ? applicationId : displayName;
    }

    /** A person's name. */
    record Name(String givenName, String familyName) {}

    /** A value that names something else. */
    record Reference(
            @Nullable String display,
            String value,
            @Nullable String type,
            @Nullable Boolean primary,
            @JsonProperty("$ref") @Nullable String reference) {

        static Reference toValue(String value) {
            return new Reference(null, value, null, null, null);
        }
    }
}
