package dev.lakelight.databricks.api;

/** Tells who has logged in by what the environment of this JVM says. */
public final class LoginMain {

    private LoginMain() {}

    /** Log in, with the profile of the first argument if there is one. */
    public static void main(String[] arguments) {
        String profile = arguments.length == 0 ? null : arguments[0];
        System.out.println(
                "user " + RemoteWorkspace.connect(new Login(null, profile)).user());
    }
}
