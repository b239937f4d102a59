package org.nocturne.routes.cli.bench.limits;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.routes.cli.bench.measure.Timed;

/**
 * The roofs of a roofline (Williams, Waterman, Patterson, Commun. ACM 52, 65 (2009)) as Java meets them, and that of a disk.
 *
 * @param gigaflops of one thread: multiplications and additions of doubles that stay in registers, two for each fused pair, as Java's compiler
 *     makes vectors of a plain loop
 * @param copiedGigabytes a second, of one thread: each byte is read once and written once, in arrays larger than the caches
 * @param syncsPerSecond appends of 4 KiB that are on the disk when they return, one after the other
 * @param processStartMillis of a program that does nothing, from Java, to its end
 */
@JsonNaming(SnakeCaseStrategy.class)
record MachineLimits(double gigaflops, double copiedGigabytes, double syncsPerSecond, double processStartMillis) {
    private static final int IN_CACHE = 1024;
    private static final int PASSES = 20_000;
    private static final int FUSED = 16;
    private static final int COPIED_BYTES = 256 << 20;
    private static final int BLOCK = 4096;
    private static final int SYNCS = 100;
    private static final int STARTS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double FACTOR = 0.999_999;
    private static final double ADDED = 1e-6;

    /**
     * Takes a few seconds.
     *
     * @param dir on the disk that is asked
     * @param times each of the first two is tried; the best counts, since a roof is sought
     */
    static MachineLimits of(Path dir, int times) throws IOException, InterruptedException {
        double flops = 2.0 * FUSED * IN_CACHE * PASSES;
        double[] numbers = zeros();
        byte[] from = new byte[COPIED_BYTES];
        byte[] to = new byte[COPIED_BYTES];
        return new MachineLimits(
                flops / best(times, () -> multiplyAndAdd(numbers)) / 1e9,
                COPIED_BYTES / best(times, () -> System.arraycopy(from, 0, to, 0, COPIED_BYTES)) / 1e9,
                1 / syncSeconds(dir),
                1e3 * startSeconds(dir));
    }

    private static double best(int times, Runnable work) {
        work.run(); // for the compiler
        return DoubleStream.generate(() -> Timed.of(work).seconds())
                .limit(times)
                .min()
                .orElseThrow();
    }

    /** Sixteen steps of x = x f + a on each number while it is in a register; numbers do not depend on each other. */
    static void multiplyAndAdd(double[] numbers) {
        for (int pass = 0; pass < PASSES; pass++) {
            step(numbers);
        }
    }

    private static void step(double[] numbers) {
        for (int k = 0; k < numbers.length; k++) {
            double x = numbers[k];
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            x = Math.fma(x, FACTOR, ADDED);
            numbers[k] = Math.fma(x, FACTOR, ADDED);
        }
    }

    /** The median of one. */
    private static double syncSeconds(Path dir) throws IOException {
        Path file = dir.resolve("synced");
        double[] each = new double[SYNCS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int k = 0; k < SYNCS; k++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(BLOCK));
                channel.force(true);
                each[k] = (System.nanoTime() - begun) / 1e9;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return Timed.median(each);
    }

    /** The median of one. */
    private static double startSeconds(Path dir) throws IOException, InterruptedException {
        Command nothing = new Command(List.of("true"));
        Path said = dir.resolve("said.txt");
        double[] each = new double[STARTS];
        for (int k = 0; k < STARTS; k++) {
            long begun = System.nanoTime();
            Subprocess.start(nothing, dir, said).await(PATIENCE);
            each[k] = (System.nanoTime() - begun) / 1e9;
        }
        return Timed.median(each);
    }

    /** How {@link #multiplyAndAdd} leaves a number that began at 0: f^n x + a (1 - f^n)/(1 - f), n steps. */
    static double expected() {
        double steps = (double) FUSED * PASSES;
        return ADDED * (1 - Math.pow(FACTOR, steps)) / (1 - FACTOR);
    }

    static double[] zeros() {
        return new double[IN_CACHE];
    }
}
