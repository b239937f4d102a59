package org.nocturne.routes.cli.step;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a step is: a bar on a terminal, a plain line every tenth elsewhere; always on stderr. */
public final class StepProgress implements AutoCloseable {
    private final String what;
    private final int total;
    private final PrintWriter lines;
    private final @Nullable ProgressBar bar;
    private int done;

    public StepProgress(String what, int total, PrintWriter errors) {
        this.what = what;
        this.total = total;
        this.lines = errors;
        this.bar = System.console() == null
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(what)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build();
    }

    public void step() {
        done++;
        if (bar != null) {
            bar.step();
        } else if (done == total || done * 10 / total > (done - 1) * 10 / total) {
            lines.println(what + " " + done + "/" + total);
            lines.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
