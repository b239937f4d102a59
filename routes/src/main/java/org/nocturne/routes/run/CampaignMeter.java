package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.Begin;
import org.nocturne.learning.loop.Meter;
import org.nocturne.learning.store.Job;

/** Reads the times of calculations, and sizes, from the files of a campaign folder. */
final class CampaignMeter implements Meter {
    private static final long BYTES_OF_MB = 1 << 20;
    private static final Duration SIZE_IS_GOOD_FOR = Duration.ofSeconds(10);
    /** A folder that takes long to walk is walked more seldom: a twentieth of the time at most. */
    private static final int SHARE = 20;

    private final Path dir;
    private final Clock clock;
    private long folderMb;
    private Instant sizeIsOldAt = Instant.EPOCH;

    CampaignMeter(Path dir, Clock clock) {
        this.dir = dir;
        this.clock = clock;
    }

    @Override
    public Duration ran(Job job) {
        Path work = dir.resolve(job.claimedWorkDir());
        try {
            return Begin.read(work, job.claimedToken())
                    .filter(begin -> !begin.isDeclaredLost())
                    .map(begin -> since(begin, work))
                    .orElse(Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(work + ": " + e.getMessage(), e);
        }
    }

    private Duration since(Begin begin, Path work) {
        try {
            Duration told = begin.took(work);
            Instant began = Files.getLastModifiedTime(begin.file()).toInstant();
            Duration so = told.isZero() ? Duration.between(began, clock.instant()) : told;
            return so.isNegative() ? Duration.ZERO : so;
        } catch (IOException e) {
            throw new UncheckedIOException(work + ": " + e.getMessage(), e);
        }
    }

    /** How long a calculation was at work that has left no sign of its end: until it last wrote something. */
    Duration ranUntilLost(Job job) {
        Path work = dir.resolve(job.claimedWorkDir());
        if (ran(job).isZero()) {
            return Duration.ZERO;
        }
        try (Stream<Path> files = Files.list(work)) {
            Instant began = Files.getLastModifiedTime(
                            Begin.read(work, job.claimedToken()).orElseThrow().file())
                    .toInstant();
            return files.map(CampaignMeter::changed)
                    .max(Comparator.naturalOrder())
                    .map(last -> Duration.between(began, last))
                    .filter(took -> !took.isNegative())
                    .orElse(Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(work + ": " + e.getMessage(), e);
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH; // it has been renamed or removed meanwhile
        }
    }

    @Override
    public synchronized long folderMb() {
        Instant now = clock.instant();
        if (!now.isBefore(sizeIsOldAt)) {
            folderMb = (bytes() + BYTES_OF_MB - 1) / BYTES_OF_MB;
            Duration took = Duration.between(now, clock.instant());
            Duration good = took.multipliedBy(SHARE);
            sizeIsOldAt = clock.instant().plus(good.compareTo(SIZE_IS_GOOD_FOR) > 0 ? good : SIZE_IS_GOOD_FOR);
        }
        return folderMb;
    }

    private long bytes() {
        long[] sum = new long[1];
        try {
            Files.walkFileTree(dir, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                /** What calculations write and remove while it is walked. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path folder, @org.jspecify.annotations.Nullable IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(dir + ": " + e.getMessage(), e);
        }
        return sum[0];
    }

    @Override
    public long freeMb() {
        try {
            return Files.getFileStore(dir).getUsableSpace() / BYTES_OF_MB;
        } catch (IOException e) {
            throw new UncheckedIOException(dir + ": " + e.getMessage(), e);
        }
    }
}
