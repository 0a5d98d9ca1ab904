package dev.lakelight.workspace.api;

import dev.lakelight.workspace.api.Route.Access;
import dev.lakelight.workspace.api.Route.Operation;
import java.util.ArrayList;
import java.util.List;

/** Puts the routes of a topic together. Those that follow a change of access have the new one. */
public final class Routes {

    private final String service;
    private final List<Route> routes = new ArrayList<>();
    private Access access = Access.USERS;

    private Routes(String service) {
        this.service = service;
    }

    /** Begin with no routes; the audit log knows their operations under the name of this service. */
    public static Routes of(String service) {
        return new Routes(service);
    }

    /** Let everyone call what follows, without logging in. */
    public Routes open() {
        access = Access.OPEN;
        return this;
    }

    /** Let only administrators call what follows. */
    public Routes forAdmins() {
        access = Access.ADMINS;
        return this;
    }

    /** Add an operation that reads. */
    public Routes get(String path, String action, ApiHandler handler) {
        return add(HttpVerb.GET, path, action, handler);
    }

    /** Add an operation that tells headers only. */
    public Routes head(String path, String action, ApiHandler handler) {
        return add(HttpVerb.HEAD, path, action, handler);
    }

    /** Add an operation that makes or changes something. */
    public Routes post(String path, String action, ApiHandler handler) {
        return add(HttpVerb.POST, path, action, handler);
    }

    /** Add an operation that replaces something. */
    public Routes put(String path, String action, ApiHandler handler) {
        return add(HttpVerb.PUT, path, action, handler);
    }

    /** Add an operation that changes a part of something. */
    public Routes patch(String path, String action, ApiHandler handler) {
        return add(HttpVerb.PATCH, path, action, handler);
    }

    /** Add an operation that removes something. */
    public Routes delete(String path, String action, ApiHandler handler) {
        return add(HttpVerb.DELETE, path, action, handler);
    }

    /** Return the routes. */
    public List<Route> list() {
        return List.copyOf(routes);
    }

    private Routes add(HttpVerb verb, String path, String action, ApiHandler handler) {
        routes.add(new Route(verb, path, new Operation(service, action), access, handler));
        return this;
    }
}
