package org.nocturne.routes.cli.bench.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.nocturne.routes.cli.bench.store.PageTimes;

/**
 * A page that somebody has open, without its picture: it listens, and reads every panel anew after an event or a beat, at most once a second,
 * as {@code main.js} does.
 */
final class Viewer implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long APART_MILLIS = 1000;
    /** A page that hears nothing for longer has lost its connection. */
    private static final long LONGEST_MILLIS = 10_000;
    /** Of a browser to one server, but for the one that listens. */
    private static final int CONNECTIONS = 5;

    private final String url;
    private final HttpClient client;
    private final Answers answers;
    private final Semaphore connections = new Semaphore(CONNECTIONS);
    private final AtomicInteger unanswered = new AtomicInteger();
    /** One place: what comes while the panels are read makes one more reading, not many. */
    private final BlockingQueue<String> stale = new LinkedBlockingQueue<>(1);

    /** @param url of the page, with a slash at its end */
    Viewer(String url, HttpClient client, Answers answers) {
        this.url = url;
        this.client = client;
        this.answers = answers;
    }

    /** Until it is interrupted, or the page is gone. */
    @Override
    public void run() {
        try {
            Optional<Long> newest = newest();
            while (newest.isPresent()) {
                CompletableFuture<?> listening = client.sendAsync(
                        ask("events?since=" + newest.get()), BodyHandlers.fromLineSubscriber(new Listener()));
                readWhile(listening);
                newest = newest();
                newest.ifPresent(there -> answers.failed(1)); // it was to listen on
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody looks any more
        }
    }

    /** Number of the newest event; empty where there is no page any more. */
    private Optional<Long> newest() throws InterruptedException {
        try {
            HttpResponse<String> log = client.send(ask("api/log"), BodyHandlers.ofString());
            if (log.statusCode() != HttpURLConnection.HTTP_OK) {
                answers.failed(1); // somebody answers, and it is not the page
                return Optional.empty();
            }
            return Optional.of(JSON.readTree(log.body()).required("newest").asLong());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void readWhile(CompletableFuture<?> listening) throws InterruptedException {
        while (!listening.isDone()) {
            read();
            TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
            stale.poll(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
            int lost = unanswered.getAndSet(0);
            if (!listening.isDone()) { // else they were lost because the campaign has ended
                answers.failed(lost);
            }
        }
    }

    private HttpRequest ask(String what) {
        return HttpRequest.newBuilder(URI.create(url + what)).build();
    }

    private void read() throws InterruptedException {
        for (String panel : PageTimes.PANELS) {
            connections.acquire();
            panel(panel);
        }
        connections.acquire(CONNECTIONS); // all have been answered
        connections.release(CONNECTIONS);
    }

    private void panel(String name) {
        long asked = System.nanoTime();
        client.sendAsync(ask("api/" + name), BodyHandlers.discarding()).whenComplete((answer, fault) -> {
            connections.release();
            if (fault == null && answer.statusCode() == 200) {
                answers.came(System.nanoTime() - asked);
            } else {
                unanswered.incrementAndGet();
            }
        });
    }

    private final class Listener implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("event: ")) {
                answers.told();
                stale.offer(line); // one that is there already is as good
            }
        }

        @Override
        public void onError(Throwable fault) {
            // told by what the page does next
        }

        @Override
        public void onComplete() {
            // the campaign has ended
        }
    }
}
