package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Principal.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Someone who may log in, as it is configured.
 *
 * @param name the user name, mostly an e-mail address, or the application id of a service principal
 * @param groups beside {@code users}, which everyone belongs to
 * @param tokens what it logs in with: personal access tokens, which serve as passwords too, or the secrets of a service principal
 */
public record WorkspaceUser(Kind kind, String name, String displayName, Set<String> groups, List<String> tokens) {

    /** Create a user. */
    public WorkspaceUser {
        groups = Set.copyOf(groups);
        tokens = List.copyOf(tokens);
    }

    /** Describe a user without any token yet. */
    public static WorkspaceUser named(String name) {
        return new WorkspaceUser(Kind.USER, name, name, Set.of(), List.of());
    }

    /** Describe a service principal without any secret yet. */
    public static WorkspaceUser servicePrincipal(String applicationId) {
        return new WorkspaceUser(Kind.SERVICE_PRINCIPAL, applicationId, applicationId, Set.of(), List.of());
    }

    /** Return this one as an administrator. */
    public WorkspaceUser administrator() {
        return in(Principal.ADMINS);
    }

    /** Return this one as a member of a group. */
    public WorkspaceUser in(String group) {
        Set<String> more = new TreeSet<>(groups);
        more.add(group);
        return new WorkspaceUser(kind, name, displayName, more, tokens);
    }

    /** Return this one with one more token, or secret. */
    public WorkspaceUser withToken(String token) {
        List<String> more = new java.util.ArrayList<>(tokens);
        more.add(token);
        return new WorkspaceUser(kind, name, displayName, groups, more);
    }

    /** Return this one with a name for people. */
    public WorkspaceUser shownAs(String other) {
        return new WorkspaceUser(kind, name, other, groups, tokens);
    }

    @Override
    public String toString() {
        return "%s %s of %s with %d tokens".formatted(kind, name, groups, tokens.size());
    }
}
