package dev.lakelight.workspace.secrets;

import dev.lakelight.workspace.api.ApiErrors;

/** Names of scopes and keys. */
final class SecretNames {

    private SecretNames() {}

    static String require(String field, String name) {
        if (!name.matches("[\\w.@-]{1,128}")) {
            throw ApiErrors.invalid(
                    "The %s must have 1 to 128 characters: letters, digits, dashes, underscores, periods and @."
                            .formatted(field));
        }

        return name;
    }
}
