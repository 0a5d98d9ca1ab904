package dev.lakelight.workspace;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.workspace.identity.WorkspaceUser;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlParser;
import dev.lakelight.yaml.YamlShape;
import dev.lakelight.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads users from a file in YAML or JSON. */
final class UsersFile {

    private static final String NAME = "name";
    private static final String DISPLAY_NAME = "display_name";
    private static final String ADMIN = "admin";
    private static final String GROUPS = "groups";
    private static final String TOKENS = "tokens";

    private final YamlFile file;

    private UsersFile(YamlFile file) {
        this.file = file;
    }

    /**
     * Read all users and service principals of a file.
     *
     * @throws UserError that tells all mistakes with their places
     */
    static List<WorkspaceUser> read(Path path) {
        Path absolute = path.toAbsolutePath();
        YamlFile file = new YamlFile(absolute, ProjectFiles.of(requireNonNull(absolute.getParent()), List.of()));
        List<WorkspaceUser> users = new UsersFile(file).read();

        if (file.isFaulty()) {
            throw file.error();
        }

        return users;
    }

    private List<WorkspaceUser> read() {
        List<WorkspaceUser> users = new ArrayList<>();
        new YamlParser(file, "The file names no users.")
                .parse()
                .map(root -> new YamlValue(file, "The file", root).object(Shape.FILE))
                .ifPresent(object -> {
                    object.value("users").ifPresent(list -> list.list().forEach(each -> users.add(user(each))));
                    object.value("service_principals")
                            .ifPresent(list -> list.list().forEach(each -> users.add(servicePrincipal(each))));
                });
        return users;
    }

    private static WorkspaceUser user(YamlValue value) {
        YamlObject object = value.object(Shape.USER);
        return with(object, WorkspaceUser.named(text(object, NAME)), TOKENS);
    }

    private static WorkspaceUser servicePrincipal(YamlValue value) {
        YamlObject object = value.object(Shape.SERVICE_PRINCIPAL);
        return with(object, WorkspaceUser.servicePrincipal(text(object, "application_id")), "secrets");
    }

    private static WorkspaceUser with(YamlObject object, WorkspaceUser named, String tokens) {
        WorkspaceUser user = named;

        if (object.has(DISPLAY_NAME)) {
            user = user.shownAs(text(object, DISPLAY_NAME));
        }

        if (object.value(ADMIN).map(YamlValue::yesOrNo).orElse(false)) {
            user = user.administrator();
        }

        for (String group : texts(object, GROUPS)) {
            user = user.in(group);
        }

        for (String token : texts(object, tokens)) {
            user = user.withToken(token);
        }

        return user;
    }

    private static String text(YamlObject object, String key) {
        return object.value(key).map(YamlValue::name).orElse("");
    }

    private static List<String> texts(YamlObject object, String key) {
        return object.value(key).map(YamlValue::names).orElse(List.of());
    }

    private enum Shape implements YamlShape {
        FILE("the file", List.of("users", "service_principals"), List.of()),
        USER("a user", List.of(NAME, DISPLAY_NAME, ADMIN, GROUPS, TOKENS), List.of(NAME, TOKENS)),
        SERVICE_PRINCIPAL(
                "a service principal",
                List.of("application_id", DISPLAY_NAME, ADMIN, GROUPS, "secrets"),
                List.of("application_id", "secrets"));

        private final String label;

        @SuppressWarnings("ImmutableEnumChecker") // They are unmodifiable.
        private final List<String> keys;

        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> required;

        Shape(String label, List<String> keys, List<String> required) {
            this.label = label;
            this.keys = keys;
            this.required = required;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public List<String> keys() {
            return keys;
        }

        @Override
        public List<String> required() {
            return required;
        }
    }
}
