package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.routes.cli.bench.crash.Death.Way;
import org.nocturne.routes.cli.bench.inputs.BenchText;

/** One peer, killed once in the middle of its work, and given the same command again. */
final class PeerTrial {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration INTO_THE_SECOND_PAIR = Duration.ofMillis(700);

    private final Peer peer;
    private final Path dir;

    /** @param dir a new folder */
    PeerTrial(Peer peer, Path dir) {
        this.peer = peer;
        this.dir = dir;
    }

    /** @param way who is killed: the peer alone, or all that it has started too */
    PeerLine run(Way way) throws IOException, InterruptedException {
        prepare();
        Subprocess first = start("first.log");
        while (tasks("end").size() < 2) {
            Thread.sleep(10);
        }
        Thread.sleep(INTO_THE_SECOND_PAIR.toMillis());
        Set<String> ended = tasks("end");
        Set<String> running = tasks("begin");
        running.removeAll(ended);
        if (way == Way.TREE) {
            first.killWithAllIn(dir.toRealPath());
        } else {
            first.kill();
        }
        int before = Files.readAllLines(journal()).size();

        OptionalInt code = start("second.log").await(PATIENCE);

        boolean refused = code.isEmpty() || code.getAsInt() != 0;
        int spoilt = 0;
        int undone = 0;
        for (int n = 1; n <= Peer.TASKS; n++) {
            Path out = dir.resolve("out." + n);
            undone += Files.exists(out) ? 0 : 1;
            spoilt += !refused && Files.exists(out) && Files.readAllLines(out).size() != 2 ? 1 : 0;
        }
        while (!Subprocess.in(dir.toRealPath()).isEmpty()) {
            Thread.sleep(20); // what the dead one had started, and nobody knows of
        }
        List<String> lines = Files.readAllLines(journal());
        return new PeerLine(
                peer.program(),
                way.name().toLowerCase(Locale.ROOT),
                begunAfter(before, lines, ended),
                way == Way.TREE ? 0 : copies(before, lines, running),
                spoilt,
                undone,
                refused);
    }

    private void prepare() throws IOException {
        Files.createDirectories(dir);
        Files.writeString(journal(), "");
        for (String file : List.of("task.sh", "Makefile", "Snakefile")) {
            Files.writeString(dir.resolve(file), BenchText.of(PeerTrial.class, file));
        }
        Files.setPosixFilePermissions(dir.resolve("task.sh"), PosixFilePermissions.fromString("rwx------"));
    }

    private Subprocess start(String log) throws IOException {
        return Subprocess.start(new Command(peer.command()), dir, dir.resolve(log));
    }

    private Path journal() {
        return dir.resolve("journal");
    }

    private Set<String> tasks(String word) throws IOException {
        Set<String> tasks = new HashSet<>();
        for (String line : Files.readAllLines(journal())) {
            String[] words = line.split(" ", -1);
            if (words[0].equals(word)) {
                tasks.add(words[1]);
            }
        }
        return tasks;
    }

    private static int begunAfter(int before, List<String> lines, Set<String> tasks) {
        return (int) lines.subList(before, lines.size()).stream()
                .filter(line -> tasks.stream().anyMatch(task -> line.startsWith("begin " + task + " ")))
                .count();
    }

    /** Begun again before the first had ended. */
    private static int copies(int before, List<String> lines, Set<String> running) {
        int copies = 0;
        for (String task : running) {
            for (String line : lines.subList(before, lines.size())) {
                if (line.startsWith("end " + task + " ")) {
                    break;
                }
                copies += line.startsWith("begin " + task + " ") ? 1 : 0;
            }
        }
        return copies;
    }
}
