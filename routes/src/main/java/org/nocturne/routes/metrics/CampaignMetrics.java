package org.nocturne.routes.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.run.LoopAge;
import org.nocturne.routes.run.Status;

/** A campaign's figures as Prometheus reads them, at most every few seconds anew from the store, and those of the JVM that runs it. */
final class CampaignMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Supplier<Status> status;
    private final MultiGauge candidates;
    private final MultiGauge jobs;
    private final MultiGauge failures;

    CampaignMetrics(String campaign, Supplier<Status> status, LoopAge loop, LongSupplier nanos) {
        this.status = new RecentStatus(status, nanos);
        registry.config().commonTags("campaign", campaign);
        candidates = many("nocturne.candidates", "Candidates by state.");
        jobs = many("nocturne.jobs", "Attempts at steps by state.");
        failures = many("nocturne.failures", "Attempts that failed, by cause.");
        one("nocturne.candidates.planned", "Candidates of the whole campaign.", Status::candidatesPlanned);
        one("nocturne.labels", "Labels in the store.", Status::labels);
        one("nocturne.retrainings", "Versions that were trained.", Status::retrainings);
        one("nocturne.promotions", "Versions that were promoted.", Status::promoted);
        one("nocturne.rounds", "Rounds that were judged.", Status::rounds);
        one(
                "nocturne.rwp.best",
                "Smallest Rwp of the ensemble's mean; NaN before the first round.",
                s -> or(s.bestRwp()));
        one("nocturne.slots", "Calculations that may run at once.", Status::slots);
        one("nocturne.slots.busy", "Calculations that run.", Status::busySlots);
        Gauge.builder("nocturne.loop.age", loop, LoopAge::seconds)
                .description("Since the loop was seen to go round.")
                .baseUnit("seconds")
                .register(registry);
        List.of(new JvmMemoryMetrics(), new JvmThreadMetrics(), new FileDescriptorMetrics(), new ProcessorMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    private MultiGauge many(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private void one(String name, String description, ToDoubleFunction<Status> value) {
        Gauge.builder(name, () -> value.applyAsDouble(status.get()))
                .description(description)
                .register(registry);
    }

    private static double or(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    /** The text that Prometheus scrapes. */
    String scrape() {
        Status now = status.get();
        rows(candidates, "state", now.candidates());
        rows(jobs, "state", now.jobs());
        rows(failures, "cause", now.failures());
        return registry.scrape();
    }

    private static void rows(MultiGauge gauge, String tag, Map<String, Integer> counts) {
        List<MultiGauge.Row<?>> rows = counts.entrySet().stream()
                .<MultiGauge.Row<?>>map(e -> MultiGauge.Row.of(Tags.of(tag, e.getKey()), e.getValue()))
                .toList();
        gauge.register(rows, true);
    }

    @Override
    public void close() {
        registry.close();
    }
}
