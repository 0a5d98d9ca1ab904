package dev.lakelight.workspace.http;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.workspace.api.Route;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.HandlerType;
import java.util.List;

/** Serves operations by HTTP, for as long as it is open. */
public final class ApiServer implements AutoCloseable {

    /** What fits into a JSON body: the largest notebook in Base64, with room for the rest. */
    private static final int IN_MEMORY_MEGABYTES = 1;

    private final ServerSettings settings;
    private final Javalin javalin;
    private final UnknownRequests unknownRequests;

    private ApiServer(ServerSettings settings, Javalin javalin, UnknownRequests unknownRequests) {
        this.settings = settings;
        this.javalin = javalin;
        this.unknownRequests = unknownRequests;
    }

    /**
     * Start to serve routes.
     *
     * @throws EnvironmentError when the port cannot be had
     */
    public static ApiServer start(ServerSettings settings, List<Route> routes, RequestPipeline pipeline) {
        UnknownRequests unknown = new UnknownRequests();
        Javalin javalin = Javalin.create(config -> configure(config, settings, routes, pipeline, unknown));

        try {
            javalin.start(settings.address(), settings.port());
            return new ApiServer(settings, javalin, unknown);
        } catch (RuntimeException e) {
            javalin.stop();
            throw new EnvironmentError(
                    "The workspace cannot listen on %s:%d: %s. Choose another port, or 0 for one that is free."
                            .formatted(settings.address(), settings.port(), rootMessage(e)),
                    e);
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;

        while (root.getCause() != null) {
            root = root.getCause();
        }

        return String.valueOf(root.getMessage());
    }

    private static void configure(
            JavalinConfig config,
            ServerSettings settings,
            List<Route> routes,
            RequestPipeline pipeline,
            UnknownRequests unknown) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.router.ignoreTrailingSlashes = true;
        config.router.treatMultipleSlashesAsSingleSlash = true;
        config.jetty.multipartConfig.cacheDirectory(settings.scratch().toString());
        config.jetty.multipartConfig.maxInMemoryFileSize(IN_MEMORY_MEGABYTES, SizeUnit.MB);
        config.jetty.multipartConfig.maxFileSize(settings.largestUpload(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(settings.largestUpload(), SizeUnit.BYTES);
        JettySetup.apply(config.jetty, settings);
        RequestReader reader = new RequestReader(settings.largestUpload());
        routes.forEach(route -> config.routes.addHttpHandler(
                HandlerType.findOrCreate(route.verb().name()),
                route.path(),
                context -> pipeline.run(route, new JavalinExchange(context, reader))));
        config.routes.error(404, context -> pipeline.refuseUnknown(new JavalinExchange(context, reader), unknown));
    }

    /** Return the port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Return where clients reach it, without a slash at the end; the port is left out when it is the usual one. */
    public String url() {
        String scheme = settings.isEncrypted() ? "https" : "http";
        int usual = settings.isEncrypted() ? 443 : 80;
        String port = port() == usual ? "" : ":" + port();
        return "%s://%s%s".formatted(scheme, host(), port);
    }

    // The name is in the certificate, and does without a resolver that knows it.
    private String host() {
        return settings.address().equals("0.0.0.0") || settings.address().equals("::")
                ? "localhost"
                : settings.address();
    }

    /** Return the requests that no operation answers. */
    public UnknownRequests unknownRequests() {
        return unknownRequests;
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
