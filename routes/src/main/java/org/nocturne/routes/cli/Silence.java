package org.nocturne.routes.cli;

import me.tongfei.progressbar.ProgressBarConsumer;

/** A progress bar that nobody sees: output goes to a file or a pipe. */
final class Silence implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
        return 80;
    }

    @Override
    public void accept(String rendered) {
        // nothing: plain lines are written instead
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
