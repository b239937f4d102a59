package org.nocturne.routes.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An address on this machine that takes messages, and refuses some. */
final class Address implements AutoCloseable {
    record Post(String path, String type, String body) {}

    private final HttpServer server;
    private final List<Post> posted = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();

    Address() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean takes = refused.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
            if (takes) {
                String type = exchange.getRequestHeaders().getFirst("Content-Type");
                posted.add(new Post(exchange.getRequestURI().getPath(), type, body));
            }
            exchange.sendResponseHeaders(takes ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void refuse(int next) {
        refused.set(next);
    }

    List<Post> posted() {
        return List.copyOf(posted);
    }

    void await(int posts) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (posted.size() < posts && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
