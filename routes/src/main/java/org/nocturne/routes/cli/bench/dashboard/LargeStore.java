package org.nocturne.routes.cli.bench.dashboard;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.cli.bench.store.ManyCandidates;
import org.nocturne.routes.cli.bench.store.PageTimes;
import org.nocturne.routes.dashboard.DashboardAddress;
import org.nocturne.routes.dashboard.StoreDashboard;
import org.nocturne.routes.report.ScalingFigure;
import org.nocturne.routes.run.CampaignFolder;

/**
 * How the page of a campaign is answered whose store holds so many candidates.
 *
 * @param pages each part of it, read by itself, ms
 * @param state its first part, asked for by wrk; null without it
 */
record LargeStore(int known, Map<String, Double> pages, Wrk.@Nullable Line state) {

    /**
     * Fills the store of a campaign that has ended, and asks.
     *
     * @param before candidates that it holds
     * @param seconds for wrk
     * @param dir for what wrk prints
     */
    static LargeStore of(CampaignFolder folder, int before, int known, int seconds, Path dir) throws Exception {
        ManyCandidates.add(folder.dir(), before, known);
        try (StoreDashboard served = new StoreDashboard(folder, DashboardAddress.here(0))) {
            Map<String, Double> pages = PageTimes.of(served.url(), known);
            Optional<Path> wrk = Programs.find("wrk");
            if (wrk.isEmpty()) {
                return new LargeStore(known, pages, null);
            }
            String overview = served.url() + "api/overview";
            Wrk.ask(wrk.get(), overview, Math.max(1, seconds / 3), dir); // the compiler's part
            return new LargeStore(known, pages, Wrk.ask(wrk.get(), overview, seconds, dir));
        }
    }

    /** One line for each part of the page. */
    static List<ScalingFigure.Series> series(List<LargeStore> stores) {
        return stores.stream()
                .flatMap(store -> store.pages.keySet().stream())
                .distinct()
                .map(part -> new ScalingFigure.Series(
                        part,
                        stores.stream().mapToDouble(LargeStore::known).toArray(),
                        stores.stream()
                                .mapToDouble(store -> Objects.requireNonNull(store.pages.get(part)))
                                .toArray()))
                .toList();
    }

    String inWords() {
        Map.Entry<String, Double> slowest = pages.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow();
        String read = String.format(
                Locale.ROOT,
                "%d candidates: the slowest part of the page is read in %.1f ms (%s)",
                known,
                slowest.getValue(),
                slowest.getKey());
        return state == null
                ? read + "; the state is not asked for, there is no wrk here (Debian package wrk)"
                : read
                        + String.format(
                                Locale.ROOT,
                                "; the state, over %d connections, %.0f times a second, half of them within %.1f ms, 99 %% within %.1f ms, %d failed",
                                Wrk.CONNECTIONS,
                                state.perSecond(),
                                state.medianMillis(),
                                state.p99Millis(),
                                state.failed());
    }
}
