package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.nocturne.learning.store.Backups;
import org.nocturne.learning.store.StoreFile;

/**
 * What a loss of power does to the files of a campaign whose processes are all dead: files that were written last lose their tails, or have zeros
 * in their place.
 */
final class PowerCut {
    /** Linux writes what nobody has synced after 30 s by itself. */
    private static final Duration UNWRITTEN = Duration.ofSeconds(30);

    private static final Duration JUST_NOW = Duration.ofSeconds(1);
    private static final int PAGE = 4096;
    private static final int PAGES_OF_A_TAIL = 40;
    private static final Set<String> NEVER_SYNCED = Set.of("route.log", "heartbeat.json");

    private final Path folder;
    private final Random random;
    private final Disk disk;

    PowerCut(Path folder, Random random, Disk disk) {
        this.folder = folder;
        this.random = random;
        this.disk = disk;
    }

    /** How it keeps what it was given. */
    enum Disk {
        /** What was synced is there. */
        HONEST,
        /** Whatever was written within the last second may be torn, synced or not. */
        LYING
    }

    /** Cuts, and says what, in words. */
    List<String> now() throws IOException {
        Instant now = Instant.now();
        List<String> cuts = new ArrayList<>();
        Path store = new StoreFile(folder).path();
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            boolean hit = !file.equals(store) && mayBeTorn(file, now) && random.nextBoolean();
            if (hit && Files.size(file) > 0) {
                cuts.add(cut(file, 1 + random.nextLong(Files.size(file))));
            }
        }
        if (Files.exists(store)
                && (disk == Disk.LYING || !new Backups(folder).newestFirst().isEmpty())) {
            cuts.add(cut(store, bytesOfTheStore(Files.size(store))));
        }
        return cuts;
    }

    private boolean mayBeTorn(Path file, Instant now) throws IOException {
        Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
        if (disk == Disk.LYING && age.compareTo(JUST_NOW) < 0) {
            return true;
        }
        return age.compareTo(UNWRITTEN) < 0 && !wasSynced(file);
    }

    /** As far as it can be told from outside: files of results before their rename, outputs of a calculation before its exit code. */
    private boolean wasSynced(Path file) {
        Path relative = folder.relativize(file);
        String name = String.valueOf(file.getFileName());
        if (relative.startsWith("work")) {
            return Files.exists(file.resolveSibling(".exitcode"));
        }
        return !name.endsWith(".part") && !NEVER_SYNCED.contains(relative.toString()) && !relative.startsWith("forces");
    }

    /** Mostly of the last pages; now and then so much that only its first commits are left, or its head alone. */
    private long bytesOfTheStore(long size) {
        return switch (random.nextInt(4)) {
            case 0 -> 1 + random.nextLong(size);
            case 1 -> Math.min(size, (long) PAGE * (1 + random.nextInt(PAGES_OF_A_TAIL)));
            default -> 1 + random.nextLong(Math.min(size, (long) PAGE * PAGES_OF_A_TAIL));
        };
    }

    private String cut(Path file, long bytes) throws IOException {
        boolean zeros = random.nextInt(3) == 0;
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            long size = open.length();
            open.setLength(size - bytes);
            if (zeros) {
                open.setLength(size);
            }
        }
        return folder.relativize(file) + " " + bytes + (zeros ? " zeroed" : " cut");
    }
}
