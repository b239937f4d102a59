package org.nocturne.routes.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.Programs;

/** The page at every address of the machine, where others can reach it. */
class ElsewhereTest {
    private static final String EVERYWHERE = "0.0.0.0";
    private static final String PASSWORD = "of-a-test";

    @TempDir
    Path dir;

    private SeenCampaign campaign;

    @BeforeEach
    void fill() throws Exception {
        campaign = new SeenCampaign(Files.createDirectory(dir.resolve("campaign"))).fill();
    }

    @AfterEach
    void end() {
        campaign.close();
    }

    private Path keyStore() throws Exception {
        Path file = dir.resolve("keys.p12");
        Answer made = Programs.answer(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD,
                                "-alias",
                                "dashboard",
                                "-dname",
                                "CN=dashboard",
                                "-ext",
                                "san=ip:127.0.0.1"),
                        Map.of(),
                        Duration.ofSeconds(60))
                .orElseThrow();
        assertThat(file).as(made.toString()).exists();
        return file;
    }

    private static HttpClient trusting(Path keyStore) throws Exception {
        KeyStore known = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            known.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("dashboard", known.getCertificate("dashboard"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpResponse<String> get(HttpClient client, URI at, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void onlyWithTheToken(HttpClient client, URI base) throws Exception {
        URI overview = base.resolve("/api/overview");

        HttpResponse<String> without = get(client, overview);
        HttpResponse<String> wrong = get(client, overview, "Authorization", "Bearer no");
        HttpResponse<String> events = get(client, base.resolve("/events?since=0"));
        HttpResponse<String> with = get(client, overview, "Authorization", "Bearer " + campaign.token());

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.body()).doesNotContain("small");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(events.statusCode()).isEqualTo(401);
        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(with.body()).contains("\"campaign\":\"small\"");
        assertThat(get(client, base.resolve("/")).statusCode()).isEqualTo(200); // the empty page asks for the token
    }

    @Test
    void with_tls_nobody_reads_without_the_token() throws Exception {
        Path keys = keyStore();
        Path password = Files.writeString(dir.resolve("password"), PASSWORD + "\n");
        DashboardAddress address = new DashboardAddress(EVERYWHERE, 0, keys, password, false);

        try (DashboardServer server = campaign.serve(address)) {
            assertThat(server.url()).startsWith("https://");
            int port = URI.create(server.url()).getPort();

            onlyWithTheToken(trusting(keys), URI.create("https://127.0.0.1:" + port));
            assertThatThrownBy(() -> get(HttpClient.newHttpClient(), URI.create("http://127.0.0.1:" + port + "/")))
                    .as("in the clear")
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void in_the_clear_neither() throws Exception {
        try (DashboardServer server = campaign.serve(new DashboardAddress(EVERYWHERE, 0, null, null, true))) {
            int port = URI.create(server.url()).getPort();

            onlyWithTheToken(HttpClient.newHttpClient(), URI.create("http://127.0.0.1:" + port));
        }
    }
}
