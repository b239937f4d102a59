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
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;

/** Fifty thousand candidates: the page gets pages. */
@Tag("slow")
class LargeCampaignTest {
    private static final int MANY = 50_000;
    private static final int AT_ONCE = 1000;
    private static final int MOST_BYTES = 64 << 10;

    @Test
    void no_answer_grows_with_the_campaign(@TempDir Path dir) throws Exception {
        try (SeenCampaign campaign = new SeenCampaign(dir).fill()) {
            propose(campaign);
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

    private static void propose(SeenCampaign campaign) {
        StoredFile file = new StoredFile("candidates/c0001-proposal.extxyz", "0".repeat(64));
        for (int first = 11; first <= MANY; first += AT_ONCE) {
            int from = first;
            campaign.store.inTransaction(tx -> {
                for (int id = from; id < from + AT_ONCE && id <= MANY; id++) {
                    tx.candidates().insert(id, 3, Kelvin.of(300), 1, id, file);
                    tx.jobs().enqueue(Subject.candidate(id), Step.RELAX);
                    tx.events()
                            .append(
                                    Event.Level.INFO,
                                    "propose",
                                    java.util.Map.of(
                                            "cand", Subject.candidate(id).name()));
                }
                return null;
            });
        }
    }
}
