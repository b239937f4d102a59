package org.nocturne.routes.cli.bench.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Subprocess;

/** <a href="https://github.com/wg/wrk">wrk</a> asks one page over and over, from many connections at once. */
final class Wrk {
    static final int CONNECTIONS = 50;

    private static final int THREADS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern QUANTILE =
            Pattern.compile("^\\s+(50|99)%\\s+([\\d.]+)(us|ms|s|m) *$", Pattern.MULTILINE);
    private static final Pattern RATE = Pattern.compile("^Requests/sec:\\s+([\\d.]+)$", Pattern.MULTILINE);
    private static final Pattern REFUSED = Pattern.compile("^\\s+Non-2xx or 3xx responses: (\\d+)$", Pattern.MULTILINE);
    private static final Pattern FAULTS = Pattern.compile(
            "^\\s+Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)$", Pattern.MULTILINE);

    private Wrk() {}

    /**
     * What it says.
     *
     * @param failed answers that did not come or were no good ones
     */
    record Line(double perSecond, double medianMillis, double p99Millis, int failed) {}

    /**
     * Asks for so long.
     *
     * @param program wrk
     * @param dir for what it prints
     * @throws IllegalStateException if it does not come to its end
     */
    static Line ask(Path program, String url, int seconds, Path dir) throws IOException, InterruptedException {
        Command command = new Command(List.of(
                program.toString(),
                "--threads",
                String.valueOf(THREADS),
                "--connections",
                String.valueOf(CONNECTIONS),
                "--duration",
                seconds + "s",
                "--latency",
                url));
        Path said = dir.resolve("wrk.txt");
        OptionalInt code = Subprocess.start(command, dir, said).await(PATIENCE.plusSeconds(seconds));
        if (code.isEmpty() || code.getAsInt() != 0) {
            throw new IllegalStateException(said + ": wrk did not come to its end");
        }
        return read(Files.readString(said));
    }

    /** @throws IllegalArgumentException if it is nothing that wrk prints */
    static Line read(String text) {
        double[] millis = new double[2];
        Matcher quantile = QUANTILE.matcher(text);
        int found = 0;
        while (quantile.find()) {
            millis[quantile.group(1).equals("50") ? 0 : 1] =
                    Double.parseDouble(quantile.group(2)) * millisOf(quantile.group(3));
            found++;
        }
        Matcher rate = RATE.matcher(text);
        if (found != 2 || !rate.find()) {
            throw new IllegalArgumentException("no 50 %, 99 % and Requests/sec in what wrk printed: " + text);
        }
        return new Line(
                Double.parseDouble(rate.group(1)), millis[0], millis[1], sum(REFUSED, text) + sum(FAULTS, text));
    }

    private static double millisOf(String unit) {
        return switch (unit) {
            case "us" -> 1e-3;
            case "ms" -> 1;
            case "s" -> 1e3;
            default -> 60e3;
        };
    }

    private static int sum(Pattern counts, String text) {
        Matcher found = counts.matcher(text);
        int sum = 0;
        if (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
                sum += Integer.parseInt(found.group(group));
            }
        }
        return sum;
    }
}
