package dev.lakelight.workspace.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What clients read of an error. */
public record ErrorBody(String errorCode, String message, List<RequestInfo> details) {

    /** Return the body that tells an error. */
    public static ErrorBody of(ApiException error, RequestOrigin origin) {
        return new ErrorBody(error.errorCode(), error.text(), List.of(RequestInfo.of(origin)));
    }

    /**
     * Tells clients which request it was.
     *
     * @param type the name of this kind of detail
     * @param servingData always empty
     */
    public record RequestInfo(@JsonProperty("@type") String type, String requestId, String servingData) {

        static RequestInfo of(RequestOrigin origin) {
            return new RequestInfo("type.googleapis.com/google.rpc.RequestInfo", origin.requestId(), "");
        }
    }
}
