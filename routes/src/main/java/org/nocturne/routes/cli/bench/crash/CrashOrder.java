package org.nocturne.routes.cli.bench.crash;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.nocturne.core.crash.CrashPoint;

/**
 * Has this JVM die at a crash point: the system property {@code nocturne.crash}, which {@code nocturne bench crash} sets, is the point, the pass at
 * which it is meant, and what happens there: {@code halt} ends the JVM on the spot, {@code wait} says so and never goes on, for somebody
 * else to kill it.
 */
public record CrashOrder(CrashPoint point, int pass, boolean halts) {
    private static final String PROPERTY = "nocturne.crash";
    private static final int KILLED = 137;

    /** Empty in every JVM that nobody wants to see dead. */
    public static Optional<CrashOrder> ofThisJvm() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(CrashOrder::read);
    }

    private static CrashOrder read(String text) {
        String[] words = text.split(":", -1);
        if (words.length != 3 || !(words[2].equals("halt") || words[2].equals("wait"))) {
            throw new IllegalArgumentException(
                    PROPERTY + " is '" + text + "'; wanted is POINT:PASS:halt or POINT:PASS:wait");
        }
        return new CrashOrder(CrashPoint.valueOf(words[0]), Integer.parseInt(words[1]), words[2].equals("halt"));
    }

    /** As an argument of the JVM that is to obey. */
    String argument() {
        return "-D" + PROPERTY + "=" + point + ":" + pass + ":" + (halts ? "halt" : "wait");
    }

    /** What the JVM prints before it waits to be killed. */
    String sign() {
        return "nocturne: waits to be killed at " + point;
    }

    /** Watches for the point from now on. */
    public void obey() {
        AtomicInteger passes = new AtomicInteger();
        CrashPoint.watch(passed -> {
            if (passed == point && passes.incrementAndGet() == pass) {
                die();
            }
        });
    }

    private void die() {
        if (halts) {
            Runtime.getRuntime().halt(KILLED);
        }
        System.err.println(sign());
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                // a stop must not wake what is to be killed here
            }
        }
    }
}
