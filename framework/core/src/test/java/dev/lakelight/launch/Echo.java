package dev.lakelight.launch;

import java.util.Arrays;
import java.util.List;

/** A main class to fork: prints what it was given, then ends as told by its first argument. */
final class Echo {

    private Echo() {}

    public static void main(String[] arguments) throws Exception {
        List.of(arguments).forEach(argument -> System.out.println("argument " + argument));
        Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("variable "))
                .map(argument -> argument.substring("variable ".length()))
                .forEach(name -> System.out.println(name + "=" + System.getenv(name)));
        System.out.println("property " + System.getProperty("echo"));
        System.out.println("folder " + System.getProperty("user.dir"));
        System.err.println("variable " + System.getenv("ECHO"));
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "fail" -> System.exit(7);
            case "hang" -> Thread.sleep(600_000);
            case "spawn" -> spawn(arguments[1]);
            default -> System.out.println("done");
        }
    }

    /** Starts a child that ignores the wish to end, tells its id, and hangs. */
    private static void spawn(String what) throws Exception {
        Process child = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stubborn.class.getName())
                .inheritIO()
                .start();
        System.out.println(what + " " + child.pid());
        Thread.sleep(600_000);
    }

    static final class Stubborn {

        private Stubborn() {}

        public static void main(String[] arguments) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(Stubborn::sleep));
            sleep();
        }

        private static void sleep() {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
