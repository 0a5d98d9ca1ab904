package dev.lakelight.workspace.http;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Auditor;
import dev.lakelight.workspace.api.Auditor.Attempt;
import dev.lakelight.workspace.api.Authenticator;
import dev.lakelight.workspace.api.ErrorBody;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Route.Access;
import dev.lakelight.workspace.http.UnknownRequests.UnknownRequest;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to each request: its caller logs in, its operation runs, the audit log gets what was changed, and only then the
 * client gets an answer, which is JSON also when something went wrong.
 */
public final class RequestPipeline {

    private static final Logger LOG = LoggerFactory.getLogger(RequestPipeline.class);
    private static final Principal NOBODY = new Principal(0, Principal.Kind.USER, "", "", Set.of());

    private final Authenticator authenticator;
    private final Auditor auditor;
    private final String workspaceId;

    /** Let requests pass one authenticator, and keep what they change in one audit log. */
    public RequestPipeline(Authenticator authenticator, Auditor auditor, long workspaceId) {
        this.authenticator = authenticator;
        this.auditor = auditor;
        this.workspaceId = String.valueOf(workspaceId);
    }

    void run(Route route, Exchange exchange) throws IOException {
        Principal caller = NOBODY;

        try {
            caller = caller(route, exchange);
            ApiRequest request = exchange.request(caller);
            ApiResponse response = route.handler().handle(request);
            audit(route, request, response.status(), "");
            send(exchange, response);
        } catch (ApiException e) {
            tell(route, exchange, caller, e);
        } catch (Exception | Error e) {
            fail(route, exchange, caller, e);
        }
    }

    private Principal caller(Route route, Exchange exchange) {
        if (route.access() == Access.OPEN) {
            return NOBODY;
        }

        Principal caller = authenticator.authenticate(exchange.header("Authorization"), exchange.origin());

        if (route.access() == Access.ADMINS && !caller.isAdmin()) {
            throw ApiErrors.onlyForAdmins(caller.name());
        }

        return caller;
    }

    private void fail(Route route, Exchange exchange, Principal caller, Throwable problem) throws IOException {
        if (exchange.isAnswered()) {
            LOG.warn("{} {} ended while its answer was sent: {}", route.verb(), route.path(), problem.toString());
            return;
        }

        LOG.error("Request {} to {} {} failed", exchange.origin().requestId(), route.verb(), route.path(), problem);
        tell(route, exchange, caller, ApiErrors.internal(exchange.origin().requestId()));
    }

    private void tell(Route route, Exchange exchange, Principal caller, ApiException error) throws IOException {
        send(exchange, failed(exchange, audited(route, exchange, caller, error)));
    }

    private ApiException audited(Route route, Exchange exchange, Principal caller, ApiException error) {
        try {
            audit(route, exchange.request(caller), error.status(), error.text());
            return error;
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "Request {} cannot be kept in the audit log",
                    exchange.origin().requestId(),
                    e);
            return ApiErrors.internal(exchange.origin().requestId());
        }
    }

    /** Answer a request that no operation is for; who sends it has to log in all the same. */
    void refuseUnknown(Exchange exchange, UnknownRequests unknown) throws IOException {
        if (exchange.isAnswered()) {
            return;
        }

        unknown.add(new UnknownRequest(
                exchange.origin().verb(),
                exchange.origin().path(),
                exchange.origin().userAgent()));

        try {
            Principal unused = authenticator.authenticate(exchange.header("Authorization"), exchange.origin());
            String path = exchange.origin().path().replaceFirst("^/api/\\d\\.\\d", "");
            throw ApiErrors.endpointNotFound(exchange.origin().verb(), path);
        } catch (ApiException e) {
            send(exchange, failed(exchange, e));
        }
    }

    private void audit(Route route, ApiRequest request, int status, String error) {
        if (!route.verb().onlyReads()) {
            auditor.record(new Attempt(
                    request.origin(),
                    route.operation(),
                    request.caller().name(),
                    AuditedParameters.of(route, request),
                    status,
                    error));
        }
    }

    private static ApiResponse failed(Exchange exchange, ApiException error) {
        return ApiResponse.json(error.status(), ErrorBody.of(error, exchange.origin()));
    }

    private void send(Exchange exchange, ApiResponse response) throws IOException {
        exchange.send(response.with("X-Databricks-Org-Id", workspaceId)
                .with("x-request-id", exchange.origin().requestId()));
    }
}
