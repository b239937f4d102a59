package org.nocturne.learning.train.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes frames for a training, one after another. The file is little endian: eight letters NOCTSET1; the number of layouts L as int32; for each,
 * int32 N and K, int32 site class (N), int32 neighbours (N K), float32 mask (N K), float32 reference vectors (3 N K, angstrom). Then
 * frames to the end of the file, each: int32 layout, int32 0 for training or 1 for held out, float64 temperature (K), and three times
 * 3N float32: displacements (angstrom), forces and linear forces (eV/angstrom).
 */
public final class FrameSetWriter implements AutoCloseable {
    static final String MAGIC = "NOCTSET1";

    private final Path file;
    private final Path aside;
    private final OutputStream out;
    private final List<FrameLayout> layouts;

    public FrameSetWriter(Path file, List<FrameLayout> layouts) throws IOException {
        this.file = file;
        this.aside = file.resolveSibling(file.getFileName() + ".part");
        this.layouts = List.copyOf(layouts);
        out = new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16);
        out.write(MAGIC.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        out.write(buffer(4).putInt(layouts.size()).array());
        for (FrameLayout l : layouts) {
            out.write(buffer(8).putInt(l.atoms()).putInt(l.slots()).array());
            write(l.siteClass());
            write(l.neighbour());
            write(l.mask());
            write(l.reference());
        }
    }

    public void write(LabelledDisplacement frame) throws IOException {
        int wanted = 3 * layouts.get(frame.layout()).atoms();
        if (frame.displacements().length != wanted
                || frame.forces().length != wanted
                || frame.linearForces().length != wanted) {
            throw new IllegalArgumentException("a frame with " + frame.displacements().length
                    + " components was found where the layout has " + wanted);
        }
        out.write(buffer(16)
                .putInt(frame.layout())
                .putInt(frame.heldOut() ? 1 : 0)
                .putDouble(frame.temperatureK())
                .array());
        write(frame.displacements());
        write(frame.forces());
        write(frame.linearForces());
    }

    /** Puts the file in its place. */
    public void publish() throws IOException {
        out.close();
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void write(int[] values) throws IOException {
        ByteBuffer buffer = buffer(4 * values.length);
        buffer.asIntBuffer().put(values);
        out.write(buffer.array());
    }

    private void write(float[] values) throws IOException {
        ByteBuffer buffer = buffer(4 * values.length);
        buffer.asFloatBuffer().put(values);
        out.write(buffer.array());
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
