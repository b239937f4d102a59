package org.nocturne.routes.cli.bench.dashboard;

import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Several pages, open until this is closed. */
final class Viewers implements AutoCloseable {
    private final ExecutorService people;
    private final Answers answers = new Answers();

    /** @param url of the page, with a slash at its end */
    Viewers(String url, int count) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        people = Executors.newFixedThreadPool(Math.max(1, count), work -> {
            Thread made = new Thread(work, "viewer");
            made.setDaemon(true);
            return made;
        });
        for (int k = 0; k < count; k++) {
            people.execute(new Viewer(url, client, answers));
        }
    }

    Answers.Sum sum() {
        return answers.sum();
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
