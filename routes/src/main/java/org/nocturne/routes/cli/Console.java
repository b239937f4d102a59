package org.nocturne.routes.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.nocturne.learning.store.Event;
import org.nocturne.routes.run.CampaignRunner;
import org.nocturne.routes.run.EventLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What a running campaign shows: a progress bar on a terminal, the lines of the route log otherwise. */
final class Console implements CampaignRunner.Watcher, AutoCloseable {
    private static final Logger ROUTE = LoggerFactory.getLogger("nocturne.route");

    private final boolean json;
    private final boolean quiet;
    private final ProgressBar bar;

    private Console(boolean json, boolean quiet, ProgressBar bar) {
        this.json = json;
        this.quiet = quiet;
        this.bar = bar;
    }

    /** @param lines route lines even on a terminal */
    static Console open(boolean json, boolean lines) {
        boolean terminal = System.console() != null && System.getenv("TERM") != null && !lines && !json;
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("candidates")
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500);
        if (!terminal) {
            builder.setConsumer(new Silence());
        }
        return new Console(json, terminal, builder.build());
    }

    /** Writes an event as a line, with its fields in the mapped diagnostic context for other appenders. */
    void event(Event event) {
        if (quiet && event.level() == Event.Level.INFO) {
            return;
        }
        event.fields().forEach(MDC::put);
        MDC.put("step", event.step());
        try {
            ROUTE.info(json ? EventLine.json(event) : EventLine.text(event));
        } finally {
            MDC.clear();
        }
    }

    @Override
    public void spent(String why) {
        System.err.println("nocturne: ended by a bound of its own, " + why
                + "; 'nocturne resume' goes on, with more of a budget where that is spent");
    }

    @Override
    public void progress(int done, int planned, String what) {
        bar.maxHint(planned);
        bar.stepTo(done);
        bar.setExtraMessage(what);
    }

    @Override
    public void helps(String host, long pid) {
        System.err.println("nocturne: process " + pid + " on " + host + " leads; this runner helps it");
    }

    @Override
    public void close() {
        bar.close();
    }
}
