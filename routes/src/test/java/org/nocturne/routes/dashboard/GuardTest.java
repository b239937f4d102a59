package org.nocturne.routes.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.learning.store.Job;

/** What is refused, by what comes over the wire. */
@TestInstance(Lifecycle.PER_CLASS)
class GuardTest {
    private SeenCampaign campaign;
    private DashboardServer server;
    private URI base;

    @BeforeAll
    void serve(@TempDir Path dir) throws Exception {
        campaign = new SeenCampaign(dir).fill();
        server = campaign.serve();
        base = URI.create(server.url());
    }

    @AfterAll
    void end() {
        server.close();
        campaign.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> order(String name, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/order/" + name)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String bearer() {
        return "Bearer " + campaign.token();
    }

    /** What the server says to these bytes, and whether it closes within some seconds. */
    private String raw(String request, Duration patience) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) patience.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder text = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                text.append((char) c);
            }
            return text.toString();
        }
    }

    private String host() {
        return base.getHost() + ":" + base.getPort();
    }

    @Test
    void reading_is_free_on_this_machine_and_says_nothing_of_the_token() throws Exception {
        HttpResponse<String> overview = get("/api/overview");

        assertThat(overview.statusCode()).isEqualTo(200);
        assertThat(overview.body()).contains("\"campaign\":\"small\"").doesNotContain(campaign.token());
        assertThat(overview.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(overview.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void an_order_without_the_token_is_refused() throws Exception {
        assertThat(order("pause", "{}").statusCode()).isEqualTo(401);
        assertThat(order("pause", "{}", "Authorization", "Basic " + campaign.token())
                        .statusCode())
                .isEqualTo(401);
        assertThat(state()).isEqualTo("running");
    }

    @Test
    void an_order_with_a_wrong_token_is_refused_and_learns_nothing() throws Exception {
        HttpResponse<String> refused = order("stop", "{}", "Authorization", bearer() + "x");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain(campaign.token());
        assertThat(state()).isEqualTo("running");
    }

    @Test
    void the_token_lies_in_a_file_that_only_its_owner_reads() throws Exception {
        Path file = campaign.folder.dir().resolve("dashboard.token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void an_order_from_another_page_is_refused_even_with_the_token() throws Exception {
        assertThat(order("pause", "{}", "Authorization", bearer(), "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(order("pause", "{}", "Authorization", bearer(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(state()).isEqualTo("running");
    }

    @Test
    void a_name_that_was_bent_to_this_machine_is_refused() throws Exception {
        String answer = raw(
                "GET /api/overview HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                Duration.ofSeconds(10));

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("small");
    }

    @Test
    void a_body_that_is_too_long_is_refused_before_it_is_read() throws Exception {
        String answer = raw(
                "POST /order/budget HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: " + bearer()
                        + "\r\nContent-Length: 100000000\r\n\r\n{",
                Duration.ofSeconds(10));

        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void a_body_of_unknown_length_is_refused() throws Exception {
        String answer = raw(
                "POST /order/budget HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: " + bearer()
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
                Duration.ofSeconds(10));

        assertThat(answer).startsWith("HTTP/1.1 411");
    }

    @Test
    void whoever_sends_a_request_drop_by_drop_is_cut_off_and_others_are_served_meanwhile() throws Exception {
        long begin = System.nanoTime();
        try (Socket slow = new Socket(base.getHost(), base.getPort())) {
            slow.setSoTimeout(40_000);
            slow.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();

            assertThat(get("/api/ledger").statusCode()).isEqualTo(200);
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(35));
    }

    @Test
    void whoever_holds_back_the_body_is_cut_off() throws Exception {
        String answer = raw(
                "POST /order/budget HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: " + bearer()
                        + "\r\nContent-Length: 10\r\n\r\n{",
                Duration.ofSeconds(40));

        assertThat(answer).isEmpty();
    }

    /** For longer than anybody else may hold a connection. */
    @Test
    void a_page_listens_on_and_asks_again_over_the_connections_that_it_has() throws Exception {
        try (Socket listening = new Socket(base.getHost(), base.getPort());
                Socket asking = new Socket(base.getHost(), base.getPort())) {
            send(listening, "/events?since=0");
            listening.setSoTimeout(8_000); // a beat comes every five seconds
            for (int k = 0; k < 3; k++) {
                send(asking, "/api/ledger");
                assertThat(new String(asking.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
                asking.getInputStream().skipNBytes(asking.getInputStream().available());
                long until = System.nanoTime() + Duration.ofSeconds(8).toNanos();
                while (System.nanoTime() < until) {
                    assertThat(listening.getInputStream().read()).isNotNegative();
                    listening
                            .getInputStream()
                            .skipNBytes(listening.getInputStream().available());
                }
            }
        }
    }

    private void send(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../campaign.yaml",
                "/%2e%2e/campaign.yaml",
                "/lib/..%2f..%2fcampaign.yaml",
                "/campaign.yaml",
                "/store.mv.db",
                "/dashboard.token",
                "/lib/",
                "//etc/passwd",
                "/api/",
                "/api/nothing",
                "/org/nocturne/routes/loop.yaml"
            })
    void a_path_leads_nowhere_but_to_the_page(String path) throws Exception {
        String answer = raw(
                "GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n",
                Duration.ofSeconds(10));

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*").doesNotContain("name: small", campaign.token(), "root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../campaign.yaml",
                "/etc/passwd",
                "secret",
                "..",
                ".",
                "",
                "work/../.command.err",
                ".command.err\u0000.txt"
            })
    void a_file_link_leads_to_nothing_but_a_plain_file_of_the_work_directory(String name) throws Exception {
        HttpResponse<String> answer = file(name);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .doesNotContain("name: small", "root:", campaign.folder.dir().toString());
    }

    @Test
    void a_file_of_a_work_directory_is_plain_text_whatever_its_name_and_words() throws Exception {
        HttpResponse<String> words = file(".command.err");

        assertThat(words.body()).isEqualTo("ERROR: " + SeenCampaign.EVIL + "\n");
        assertThat(words.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(words.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file(SeenCampaign.EVIL_FILE).body()).isEqualTo("harmless\n");
    }

    private HttpResponse<String> file(String name) throws Exception {
        Job failed = campaign.store.inTransaction(tx -> tx.jobs().failed()).get(0);
        return get("/api/file?job=" + failed.id() + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate?id=-1",
                "candidate?id=1'%20or%201=1",
                "candidates?before=x",
                "candidates?state=%3Cb%3E",
                "failed?step=x&cause=TIMED_OUT",
                "structure?id=1&which=../store",
                "structure?id=1&which=thermal&format=../cif",
                "file?job=&name=x"
            })
    void a_question_that_cannot_be_meant_is_answered_with_what_is_wanted(String question) throws Exception {
        HttpResponse<String> answer = get("/api/" + question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("wanted is").doesNotContain("<", "at org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void other_methods_are_refused(String method) throws Exception {
        String answer = raw(
                method + " /order/stop HTTP/1.1\r\nHost: " + host()
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                Duration.ofSeconds(10));

        assertThat(answer).startsWith("HTTP/1.1 405");
    }

    private String state() {
        return campaign.store.inTransaction(
                tx -> tx.campaign().find().orElseThrow().state());
    }
}
