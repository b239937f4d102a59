package org.nocturne.routes.cli.watch;

import java.util.List;
import org.nocturne.routes.run.RouteLogLine;
import org.nocturne.routes.run.Status;

/** Where a campaign is watched. */
public interface Screen extends AutoCloseable {

    /**
     * Shows it.
     *
     * @param fresh lines of the log that have come since the last time
     */
    void show(Status status, List<RouteLogLine> fresh);

    @Override
    void close();
}
