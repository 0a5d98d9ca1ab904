package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.ApiErrors;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filters that clients send: {@code userName eq "ada@example.org"} and the like, one condition each. */
final class ScimFilter {

    private static final Pattern CONDITION = Pattern.compile("\\s*(\\w+)\\s+(eq|co|sw)\\s+\"?([^\"]*)\"?\\s*");

    private ScimFilter() {}

    static Predicate<ScimResource> parse(String filter, String nameAttribute) {
        Matcher condition = CONDITION.matcher(filter);

        if (!condition.matches()) {
            throw ApiErrors.invalid("The filter '%s' is not one condition with eq, co or sw.".formatted(filter));
        }

        String wanted = condition.group(3).toLowerCase(Locale.ROOT);
        return resource -> matches(condition.group(2), attribute(resource, condition.group(1), nameAttribute), wanted);
    }

    private static boolean matches(String operator, String found, String wanted) {
        return switch (operator) {
            case "eq" -> found.equals(wanted);
            case "co" -> found.contains(wanted);
            default -> found.startsWith(wanted);
        };
    }

    private static String attribute(ScimResource resource, String attribute, String nameAttribute) {
        if (attribute.equalsIgnoreCase("id")) {
            return resource.id();
        }

        if (attribute.equalsIgnoreCase("displayName")) {
            return resource.displayName().toLowerCase(Locale.ROOT);
        }

        if (attribute.equalsIgnoreCase(nameAttribute)) {
            return resource.principalName().toLowerCase(Locale.ROOT);
        }

        throw ApiErrors.invalid("The attribute '%s' cannot be filtered by; %s, displayName and id can."
                .formatted(attribute, nameAttribute));
    }
}
