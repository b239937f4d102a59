package org.nocturne.learning.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One array of an NPZ file, in the format of numpy.lib.format, version 1.0: a header that says type and shape, then the numbers, C order.
 * The numbers wait in a file of their own, since the header needs to know how many there are.
 */
final class NumpyArray implements Closeable {
    private static final int ALIGNED_TO = 64;

    private final String name;
    private final String type;
    private final String rowShape;
    private final Path aside;
    private final DataOutputStream out;
    private long rows;

    /**
     * Opens it.
     *
     * @param type "<f8", "<i8", "|u1" and such
     * @param rowShape of one row, in Python: "" for a number, "3, " for three, "3, 3, " for a matrix
     */
    NumpyArray(Path folder, String name, String type, String rowShape) throws IOException {
        this.name = name;
        this.type = type;
        this.rowShape = rowShape;
        this.aside = Files.createTempFile(folder, "." + name, ".part");
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(aside)));
    }

    String name() {
        return name;
    }

    void row(double... values) throws IOException {
        for (double value : values) {
            out.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(value)));
        }
        rows++;
    }

    void rows(double[] values, int perRow) throws IOException {
        for (double value : values) {
            out.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(value)));
        }
        rows += values.length / perRow;
    }

    void whole(long value) throws IOException {
        out.writeLong(Long.reverseBytes(value));
        rows++;
    }

    void flags(boolean... values) throws IOException {
        for (boolean value : values) {
            out.writeByte(value ? 1 : 0);
        }
        rows++;
    }

    /** A word of small Latin letters, padded with zeros, as numpy keeps bytes of one length. */
    void word(String word, int length) throws IOException {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        for (int k = 0; k < length; k++) {
            out.writeByte(k < bytes.length ? bytes[k] : 0);
        }
        rows++;
    }

    void writeTo(OutputStream npz) throws IOException {
        out.close();
        String said = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + rows + ", " + rowShape + "), }";
        int fixed = 10;
        int padding = ALIGNED_TO - (fixed + said.length() + 1) % ALIGNED_TO;
        byte[] header = (said + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        npz.write(0x93);
        npz.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
        npz.write(new byte[] {1, 0, (byte) (header.length & 0xFF), (byte) (header.length >> 8)});
        npz.write(header);
        Files.copy(aside, npz);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(aside);
    }
}
