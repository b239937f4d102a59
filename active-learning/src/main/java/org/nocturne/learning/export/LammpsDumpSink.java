package org.nocturne.learning.export;

import java.io.IOException;
import java.nio.file.Path;
import org.nocturne.core.format.LammpsTrajectoryWriter;

/** A LAMMPS text dump, the structures numbered as its timesteps; energies have no place there. */
final class LammpsDumpSink implements FrameSink {
    private final LammpsTrajectoryWriter writer;
    private long count;

    LammpsDumpSink(Path file) throws IOException {
        writer = new LammpsTrajectoryWriter(file);
    }

    @Override
    public void add(ExportedFrame it) throws IOException {
        writer.write(it.frame(), count++);
    }

    @Override
    public void finish() throws IOException {
        writer.close();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
