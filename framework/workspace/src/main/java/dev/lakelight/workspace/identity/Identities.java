package dev.lakelight.workspace.identity;

import dev.lakelight.workspace.api.Auditor;
import dev.lakelight.workspace.api.Authenticator;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.permission.Grant;
import dev.lakelight.workspace.storage.Database;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Puts together all that has to do with who uses the workspace. */
public final class Identities {

    private final PrincipalStore principals;
    private final TokenStore tokens;

    /** Keep users and tokens in a database. */
    public Identities(Database database, Clock clock) {
        this.principals = new PrincipalStore(database);
        this.tokens = new TokenStore(database, clock);
    }

    /** Return users and groups. */
    public PrincipalStore principals() {
        return principals;
    }

    /** Return whether a permission is for someone who is known. */
    public boolean isKnown(Grant grant) {
        return switch (grant.grantee()) {
            case GROUP ->
                principals.groups().stream().anyMatch(group -> group.name().equals(grant.name()));
            case USER, SERVICE_PRINCIPAL -> principals.named(grant.name()).isPresent();
        };
    }

    /** Return whether there is a user, service principal or group of a name. */
    public boolean isKnown(String name) {
        return principals.named(name).isPresent()
                || principals.groups().stream().anyMatch(group -> group.name().equals(name));
    }

    /** Return what recognizes callers, and tells the audit log of them. */
    public Authenticator authenticator(Auditor auditor) {
        return new Login(tokens, auditor);
    }

    /**
     * Return the operations.
     *
     * @param url where clients reach the workspace; known when it has started
     */
    public List<Topic> topics(Supplier<String> url, long workspaceId) {
        return List.of(
                new DiscoveryRoutes(url, workspaceId),
                new OauthRoutes(tokens),
                new ScimRoutes(principals),
                new TokenRoutes(tokens));
    }
}
