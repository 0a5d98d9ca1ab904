package it;

/** What a test starts and forgets. */
public class Sleeper {

    public static void main(String[] arguments) throws InterruptedException {
        Thread.sleep(600_000);
    }
}
