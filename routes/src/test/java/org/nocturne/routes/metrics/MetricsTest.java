package org.nocturne.routes.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.LoopAge;
import org.nocturne.routes.run.StatusFixture;

/** By HTTP, as a monitoring system asks. */
class MetricsTest {
    @TempDir
    Path dir;

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void figures_and_health_are_served_on_this_machine() throws Exception {
        int port = freePort();
        try (Store store = Store.open(Store.urlInside(dir), "sa", "", Clock.systemUTC())) {
            store.inTransaction(tx -> {
                tx.campaign().insert("night", "name: night", "0".repeat(64), "f", tx.now());
                return null;
            });
            try (Beside metrics = Metrics.on(port).open(store, StatusFixture::begun)) {
                metrics.lives();

                HttpResponse<String> figures = get(port, "/metrics");

                assertThat(figures.statusCode()).isEqualTo(200);
                assertThat(figures.body())
                        .contains(
                                "nocturne_candidates_planned{campaign=\"night\"} 20.0",
                                "nocturne_jobs{campaign=\"night\",state=\"PENDING\"} 3.0",
                                "nocturne_rwp_best{campaign=\"night\"} NaN",
                                "jvm_memory_used_bytes{");
                assertThat(get(port, "/health").body()).contains("\"status\":\"UP\"");
                assertThat(get(port, "/").statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void the_campaign_is_shown_to_jmx_for_as_long_as_it_is_led() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.nocturne:type=Campaign,name=\"night\"");
        try (Store store = Store.open(Store.urlInside(dir), "sa", "", Clock.systemUTC())) {
            store.inTransaction(tx -> {
                tx.campaign().insert("night", "name: night", "0".repeat(64), "f", tx.now());
                return null;
            });
            try (Beside bean = CampaignBean.opening().open(store, StatusFixture::begun)) {
                bean.lives();

                assertThat(server.getAttribute(name, "State")).isEqualTo("running");
                assertThat(server.getAttribute(name, "CandidatesPlanned")).isEqualTo(20);
                assertThat(server.getAttribute(name, "BestRwp")).isEqualTo(Double.NaN);
                TabularData failures = (TabularData) server.getAttribute(name, "Failures");
                assertThat(failures.get(new Object[] {"NOT_FINITE"}).get("value"))
                        .isEqualTo(2);
            }
        }
        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void a_loop_that_hangs_is_not_healthy() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);
        LoopAge loop = new LoopAge(nanos::get);

        nanos.addAndGet(59_000_000_000L);
        assertThat(loop.isHealthy()).isTrue();
        nanos.addAndGet(2_000_000_000L);
        assertThat(loop.isHealthy()).isFalse();
        loop.lives();
        assertThat(loop.isHealthy()).isTrue();
    }
}
