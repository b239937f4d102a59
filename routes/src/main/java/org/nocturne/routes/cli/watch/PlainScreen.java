package org.nocturne.routes.cli.watch;

import java.io.PrintWriter;
import java.util.List;
import org.nocturne.routes.run.RouteLogLine;
import org.nocturne.routes.run.Status;

/** One line each time the campaign has got further; for whatever is no terminal. */
public final class PlainScreen implements Screen {
    private final PrintWriter out;
    private String last = "";

    public PlainScreen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(Status status, List<RouteLogLine> fresh) {
        String line = line(status);
        if (!line.equals(last)) {
            out.println(line);
            out.flush();
            last = line;
        }
    }

    static String line(Status status) {
        return status.campaign() + " " + status.state() + ": candidates " + status.candidates() + " of "
                + status.candidatesPlanned() + ", models " + status.retrainings()
                + (status.champion() == null ? "" : " (v" + status.champion() + " in office)") + ", rounds "
                + status.rounds() + ", failures " + status.failures();
    }

    @Override
    public void close() {
        out.flush();
    }
}
