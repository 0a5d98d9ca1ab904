package dev.lakelight.dbutils;

import java.util.List;

/** {@code dbutils.credentials}, of which nothing is here: lakes need no credentials. */
@SuppressWarnings("DoNotCallSuggester")
public final class CredentialsUtils {

    /** Create the object. */
    public CredentialsUtils() {}

    /** Refuse. */
    public boolean assumeRole(String role) {
        throw NotHere.because("dbutils.credentials.assumeRole", NotHere.ROLES);
    }

    /** Refuse. */
    public List<String> showCurrentRole() {
        throw NotHere.because("dbutils.credentials.showCurrentRole", NotHere.ROLES);
    }

    /** Refuse. */
    public List<String> showRoles() {
        throw NotHere.because("dbutils.credentials.showRoles", NotHere.ROLES);
    }

    /** Print what there is. */
    public void help() {
        CellPrinter.help("credentials", CredentialsUtils.class);
    }

    /** Print what a method takes. */
    public void help(String method) {
        CellPrinter.help("credentials", CredentialsUtils.class, method);
    }
}
