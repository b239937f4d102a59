package org.nocturne.learning.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nocturne.core.format.CifFile;

/** CIF: one data block for each structure, named by its subject and place; energies and forces have no place there. */
final class CifSink implements FrameSink {
    private final BufferedWriter out;

    CifSink(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
    }

    @Override
    public void add(ExportedFrame it) throws IOException {
        CifFile.write(it.frame(), it.subject() + "_" + it.kind().word() + "_" + it.ordinal(), out);
    }

    @Override
    public void finish() throws IOException {
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
