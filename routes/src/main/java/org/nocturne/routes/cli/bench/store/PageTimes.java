package org.nocturne.routes.cli.bench.store;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nocturne.routes.cli.bench.measure.Timed;

/** How long each part of a page takes to be read from the store, one at a time. */
public final class PageTimes {
    /** The parts of a page that are read when it is opened, by their names in the address. */
    public static final List<String> PANELS =
            List.of("overview", "machine", "pattern", "rounds", "ledger", "models", "candidates", "failures");

    private static final int TIMES = 5;
    private static final double MILLIS_OF_NANO = 1e-6;
    /** For so many times what an answer took, and for half a second, the server may give it again without reading anything. */
    private static final int STAYS_GOOD = 5;

    private static final long AT_LEAST_MILLIS = 500;

    private PageTimes() {}

    /**
     * The median of each, in ms; the first time, which is the compiler's, does not count.
     *
     * @param url of the page, with a slash at its end
     * @param known candidates in the store
     */
    public static Map<String, Double> of(String url, int known) throws IOException, InterruptedException {
        Map<String, String> parts = new LinkedHashMap<>();
        PANELS.forEach(panel -> parts.put(panel, panel));
        parts.put("candidates, from the middle", "candidates?before=" + known / 2);
        parts.put("log, from the middle", "log?before=" + known / 2);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Map<String, Double> out = new LinkedHashMap<>();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            out.put(part.getKey(), median(client, URI.create(url + "api/" + part.getValue())));
        }
        return out;
    }

    private static double median(HttpClient client, URI page) throws IOException, InterruptedException {
        double[] millis = new double[TIMES];
        for (int k = -1; k < TIMES; k++) {
            long asked = System.nanoTime();
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            double took = MILLIS_OF_NANO * (System.nanoTime() - asked);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(page + " answers " + answer.statusCode() + ": " + answer.body());
            }
            if (k >= 0) {
                millis[k] = took;
            }
            TimeUnit.MILLISECONDS.sleep(AT_LEAST_MILLIS + Math.round(STAYS_GOOD * took));
        }
        return Timed.median(millis);
    }
}
