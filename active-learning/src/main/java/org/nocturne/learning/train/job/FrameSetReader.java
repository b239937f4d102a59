package org.nocturne.learning.train.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the file of {@link FrameSetWriter}: layouts at once, frames one by one where they lie, so that memory does not grow with them. */
public final class FrameSetReader implements AutoCloseable {
    private static final int HEAD_BYTES = 16;

    /** What is known of a frame before it is read. */
    public record Entry(int layout, boolean heldOut, double temperatureK, long offset) {}

    private final Path file;
    private final FileChannel channel;
    private final List<FrameLayout> layouts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** @throws IOException if the file is not one of these, or ends too early */
    public FrameSetReader(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file);
        ByteBuffer head = read(0, 12);
        byte[] magic = new byte[8];
        head.get(magic);
        if (!new String(magic, StandardCharsets.US_ASCII).equals(FrameSetWriter.MAGIC)) {
            throw new IOException(file + ": does not begin with " + FrameSetWriter.MAGIC);
        }
        long at = 12;
        for (int count = head.getInt(); count > 0; count--) {
            at = layout(at);
        }
        while (at < channel.size()) {
            ByteBuffer entry = read(at, HEAD_BYTES);
            int layout = entry.getInt();
            if (layout < 0 || layout >= layouts.size()) {
                throw new IOException(file + ": a frame of layout " + layout + " among " + layouts.size());
            }
            entries.add(new Entry(layout, entry.getInt() == 1, entry.getDouble(), at + HEAD_BYTES));
            at += HEAD_BYTES + 36L * layouts.get(layout).atoms();
        }
    }

    private long layout(long at) throws IOException {
        ByteBuffer size = read(at, 8);
        int n = size.getInt();
        int k = size.getInt();
        FrameLayout layout = new FrameLayout(n, k, new int[n], new int[n * k], new float[n * k], new float[3 * n * k]);
        int bytes = 4 * (n + 5 * n * k);
        ByteBuffer body = read(at + 8, bytes);
        ints(body, layout.siteClass());
        ints(body, layout.neighbour());
        floats(body, layout.mask());
        floats(body, layout.reference());
        layouts.add(layout);
        return at + 8 + bytes;
    }

    public List<FrameLayout> layouts() {
        return List.copyOf(layouts);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public LabelledDisplacement read(Entry entry) throws IOException {
        int n = 3 * layouts.get(entry.layout()).atoms();
        ByteBuffer body = read(entry.offset(), 12 * n);
        LabelledDisplacement frame = new LabelledDisplacement(
                entry.layout(), entry.heldOut(), entry.temperatureK(), new float[n], new float[n], new float[n]);
        floats(body, frame.displacements());
        floats(body, frame.forces());
        floats(body, frame.linearForces());
        return frame;
    }

    private ByteBuffer read(long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException(file + ": ends after " + channel.size() + " bytes; more are wanted");
            }
        }
        return buffer.flip();
    }

    private static void ints(ByteBuffer from, int[] to) {
        from.asIntBuffer().get(to);
        from.position(from.position() + 4 * to.length);
    }

    private static void floats(ByteBuffer from, float[] to) {
        from.asFloatBuffer().get(to);
        from.position(from.position() + 4 * to.length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
