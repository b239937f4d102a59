package org.nocturne.learning.export;

import java.io.Closeable;
import java.io.IOException;

/** Takes frames one by one; no more than one has to be in memory. */
public interface FrameSink extends Closeable {
    void add(ExportedFrame frame) throws IOException;

    /** Completes the file; without it, what was written is of no use. */
    void finish() throws IOException;
}
