package dev.lakelight.workspace.repos;

import java.net.URI;
import java.util.Objects;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** A login that goes to the server it is for, and to no other that this one redirects to. */
final class LoginOfOneServer extends UsernamePasswordCredentialsProvider {

    private final URI server;

    LoginOfOneServer(String url, String user, String token) {
        super(user, token);
        this.server = URI.create(url);
    }

    @Override
    public boolean get(URIish asking, CredentialItem... items) {
        return isServer(asking) && super.get(asking, items);
    }

    private boolean isServer(URIish asking) {
        return Objects.equals(asking.getScheme(), server.getScheme())
                && Objects.equals(asking.getHost(), server.getHost())
                && asking.getPort() == server.getPort();
    }
}
