package dev.lakelight.workspace.api;

import java.util.List;

/**
 * All errors that clients are told. Codes and statuses are Databricks' own; texts are where clients read them, such as the SDKs do
 * for what does not exist.
 */
public final class ApiErrors {

    private ApiErrors() {}

    /** No operation answers there. */
    public static ApiException endpointNotFound(String verb, String path) {
        return new ApiException(404, "ENDPOINT_NOT_FOUND", "No API found for '%s %s'".formatted(verb, path));
    }

    /** Nobody has logged in. */
    public static ApiException unauthenticated() {
        return new ApiException(
                401, "UNAUTHENTICATED", "Credential was not sent or was of an unsupported type for this API.");
    }

    /** A token or password that stands for nobody, or does no longer. */
    public static ApiException invalidToken() {
        return new ApiException(403, "PERMISSION_DENIED", "Invalid access token.");
    }

    /** An operation for administrators. */
    public static ApiException onlyForAdmins(String user) {
        return new ApiException(
                403, "PERMISSION_DENIED", "%s is not an administrator of this workspace.".formatted(user));
    }

    /** An object that the caller may not do this with. */
    public static ApiException noPermission(String user, String permission, String object) {
        return new ApiException(
                403,
                "PERMISSION_DENIED",
                "User %s does not have %s permission on %s.".formatted(user, permission, object));
    }

    /** A job that the caller may not do this with. */
    public static ApiException noJobPermission(String user, String permissions, long jobId) {
        return new ApiException(
                403,
                "PERMISSION_DENIED",
                "User %s does not have %s permissions on job %d".formatted(user, permissions, jobId));
    }

    /** A body that cannot be read. */
    public static ApiException malformed(String problem) {
        return new ApiException(400, "MALFORMED_REQUEST", "Could not parse the request: " + problem);
    }

    /** A request that is none of HTTP's. */
    public static ApiException badRequest(int status, String problem) {
        return new ApiException(status, "BAD_REQUEST", problem);
    }

    /** A body that is larger than the server takes. */
    public static ApiException tooLarge(long limit) {
        return new ApiException(
                413, "REQUEST_TOO_LARGE", "The request is larger than the limit of %d bytes.".formatted(limit));
    }

    /** A parameter that has to be there. */
    public static ApiException missingParameter(String name) {
        return invalid("Missing required field: " + name);
    }

    /** A parameter of another type. */
    public static ApiException wrongType(String name, String wanted) {
        return invalid("Field '%s' must be %s.".formatted(name, wanted));
    }

    /** A parameter that is none of its values. */
    public static ApiException unknownConstant(String name, String found, List<String> accepted) {
        return invalid(
                "Field '%s' is '%s', but must be one of %s.".formatted(name, found, String.join(", ", accepted)));
    }

    /** A parameter, or several together, that cannot be meant. */
    public static ApiException invalid(String message) {
        return new ApiException(400, "INVALID_PARAMETER_VALUE", message);
    }

    /** An object that is not there. */
    public static ApiException doesNotExist(String message) {
        return new ApiException(404, "RESOURCE_DOES_NOT_EXIST", message);
    }

    /** A path of the workspace where nothing is. */
    public static ApiException noSuchPath(String path) {
        return doesNotExist("Path (%s) doesn't exist.".formatted(path));
    }

    /** The same as {@link #doesNotExist} for newer services. */
    public static ApiException notFound(String message) {
        return new ApiException(404, "NOT_FOUND", message);
    }

    /** An object that is there already. */
    public static ApiException alreadyExists(String message) {
        return new ApiException(400, "RESOURCE_ALREADY_EXISTS", message);
    }

    /** The same as {@link #alreadyExists} for newer services. */
    public static ApiException conflict(String message) {
        return new ApiException(409, "ALREADY_EXISTS", message);
    }

    /** A folder that holds something. */
    public static ApiException directoryNotEmpty(String path) {
        return new ApiException(400, "DIRECTORY_NOT_EMPTY", "Folder (%s) is not empty".formatted(path));
    }

    /** Contents of a notebook that are too large. */
    public static ApiException notebookTooLarge(long size, long limit) {
        return new ApiException(
                400,
                "MAX_NOTEBOOK_SIZE_EXCEEDED",
                "File size imported is (%d bytes), exceeded max size (%d bytes)".formatted(size, limit));
    }

    /** A block that is too large. */
    public static ApiException blockTooLarge(long limit) {
        return new ApiException(
                400, "MAX_BLOCK_SIZE_EXCEEDED", "The data is larger than the limit of %d bytes.".formatted(limit));
    }

    /** Reading more than is allowed at once. */
    public static ApiException readTooLarge(long limit) {
        return new ApiException(
                400, "MAX_READ_SIZE_EXCEEDED", "At most %d bytes can be read at once.".formatted(limit));
    }

    /** A folder or file that cannot be changed so. */
    public static ApiException ioError(String message) {
        return new ApiException(400, "IO_ERROR", message);
    }

    /** Something that cannot be done to an object as it is now. */
    public static ApiException invalidState(String message) {
        return new ApiException(400, "INVALID_STATE", message);
    }

    /** Something of git, by the codes that Databricks has for it. */
    public static ApiException git(String errorCode, String message) {
        return new ApiException(400, errorCode, message);
    }

    /** Our own mistake. */
    public static ApiException internal(String requestId) {
        return new ApiException(
                500,
                "INTERNAL_ERROR",
                "The workspace could not answer request %s; its log says why.".formatted(requestId));
    }
}
