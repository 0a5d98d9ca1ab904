package dev.lakelight.workspace.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request to an operation. */
public interface ApiRequest {

    /** Return who has logged in. */
    Principal caller();

    /** Return which request it is and whom it is from. */
    RequestOrigin origin();

    /** Return a parameter of the route's path, decoded. */
    String pathParameter(String name);

    /** Return a header. */
    Optional<String> header(String name);

    /** Return the parameters of the query. */
    Parameters query();

    /**
     * Return the parameters of the query and of the body together, those of the body first. The body is JSON whatever its content
     * type says and whatever the verb is, or a form.
     */
    Parameters parameters();

    /** Return the body as it is; not to be mixed with {@link #parameters()}. */
    InputStream content() throws IOException;
}
