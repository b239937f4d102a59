package org.nocturne.routes.cli.step;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nocturne.core.format.ExtendedXyzWriter;
import org.nocturne.core.format.WholeFile;
import org.nocturne.core.format.XyzFrame;

/**
 * Frames that come one by one. They are written beside the file, as {@code .part}, where they are found if the program dies; the file
 * itself appears when it is whole, and only if it holds a frame.
 */
final class FrameFile implements Closeable {
    private final Path file;
    private final Path aside;
    private final ExtendedXyzWriter writer;
    private int frames;

    FrameFile(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        this.aside = Files.exists(file) && !Files.isRegularFile(file)
                ? WholeFile.aside(file)
                : this.file.resolveSibling(this.file.getFileName() + ".part");
        this.writer = new ExtendedXyzWriter(aside);
    }

    void write(XyzFrame frame) throws IOException {
        writer.write(frame);
        writer.flush();
        frames++;
    }

    /** Puts the file in its place. */
    void publish() throws IOException {
        writer.close();
        if (frames > 0) {
            WholeFile.publish(aside, file);
        } else {
            Files.delete(aside);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
