package org.nocturne.routes.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.bench.store.ManyCandidates;

/** Fifty thousand candidates: the page gets pages. */
@Tag("slow")
class LargeCampaignTest {
    private static final int MANY = 50_000;
    private static final int MOST_BYTES = 64 << 10;

    @Test
    void no_answer_grows_with_the_campaign(@TempDir Path dir) throws Exception {
        try (SeenCampaign campaign = new SeenCampaign(dir).fill()) {
            ManyCandidates.add(campaign.store, SeenCampaign.CANDIDATES, MANY);
            try (DashboardServer server = campaign.serve()) {
                for (String view : new String[] {
                    "overview",
                    "rounds",
                    "pattern",
                    "ledger",
                    "models",
                    "failures",
                    "candidates",
                    "machine",
                    "log",
                    "candidates?state=failed",
                    "candidates?before=25000"
                }) {
                    HttpResponse<String> answer = HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(server.url() + "api/" + view))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).as(view).isEqualTo(200);
                    assertThat(answer.body().length()).as(view).isLessThan(MOST_BYTES);
                }
            }
            assertThat(CandidatesView.of(campaign.seen(), new Query(java.util.Map.of("before", "25000")))
                            .candidates())
                    .hasSize(25)
                    .first()
                    .satisfies(line -> assertThat(line.id()).isEqualTo(24_999));
        }
    }
}
