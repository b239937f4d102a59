package org.nocturne.adapters.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The living processes as Linux shows them under /proc. A zombie counts as dead: nobody may be there to reap it. */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int SESSION = 3;
    /** In user mode and in the kernel; then the same of children that were waited for, so that nothing is forgotten when they end. */
    private static final List<Integer> PROCESSOR_TICKS = List.of(11, 12, 13, 14);

    private static final int START_TIME = 19;
    /** Bytes: fifty numbers of 64 bits and a name; the kernel gives them in one piece. */
    private static final int LONGEST_STAT = 2048;
    /** USER_HZ of proc(5), the same on every machine on which Java runs. */
    private static final long MILLIS_OF_A_TICK = 10;

    private ProcessTable() {}

    /** Start time of a living process, in clock ticks since boot; with the pid it names a process for ever. */
    static Optional<Long> startTime(long pid) {
        return stat(PROC.resolve(Long.toString(pid))).map(fields -> Long.parseLong(fields[START_TIME]));
    }

    /** Living processes that carry this token in their environment, or belong to this session (0: no session). */
    static List<Long> belongingTo(String token, long session) {
        byte[] wanted = (Wrapper.TOKEN_VARIABLE + "=" + token).getBytes(StandardCharsets.UTF_8);
        // The dead have no environment, so that of most processes this one file is all that is read.
        return list(entry -> holds(environment(entry), wanted) && stat(entry).isPresent()
                || session != 0
                        && stat(entry)
                                .map(fields -> Long.parseLong(fields[SESSION]))
                                .filter(theirs -> theirs == session)
                                .isPresent());
    }

    /** What the living of these have used, and those of their children that were waited for. */
    static Duration processorTime(String token, long session) {
        long ticks = 0;
        for (long pid : belongingTo(token, session)) {
            Optional<String[]> fields = stat(PROC.resolve(Long.toString(pid)));
            for (int field : PROCESSOR_TICKS) {
                ticks += fields.map(f -> Long.parseLong(f[field])).orElse(0L);
            }
        }
        return Duration.ofMillis(MILLIS_OF_A_TICK * ticks);
    }

    /** Living processes whose working directory is this folder or lies in it. */
    static List<Long> workingIn(Path folder) {
        return list(entry ->
                workingDirectory(entry).startsWith(folder) && stat(entry).isPresent());
    }

    private static List<Long> list(Predicate<Path> wanted) {
        List<Long> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(PROC)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                String name = entry.getFileName().toString();
                if (Character.isDigit(name.charAt(0)) && wanted.test(entry)) {
                    found.add(Long.parseLong(name));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("/proc cannot be listed; Nocturne needs Linux", e);
        }
        return found;
    }

    /** The root where it cannot be told: it has died meanwhile, or belongs to somebody else. */
    private static Path workingDirectory(Path entry) {
        try {
            return Files.readSymbolicLink(entry.resolve("cwd"));
        } catch (IOException e) {
            return Path.of("/");
        }
    }

    /** The fields after the name in parentheses, which may itself hold spaces; empty for the dead. */
    private static Optional<String[]> stat(Path entry) {
        byte[] line = new byte[LONGEST_STAT];
        try (InputStream in = Files.newInputStream(entry.resolve("stat"))) {
            int length = in.read(line);
            if (length <= 0) {
                return Optional.empty();
            }
            String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return fields[STATE].equals("Z") || fields[STATE].equals("X") ? Optional.empty() : Optional.of(fields);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] environment(Path entry) {
        try {
            return Files.readAllBytes(entry.resolve("environ"));
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static boolean holds(byte[] environment, byte[] wanted) {
        int begin = 0;
        for (int at = 0; at <= environment.length; at++) {
            if (at == environment.length || environment[at] == 0) {
                if (Arrays.equals(environment, begin, at, wanted, 0, wanted.length)) {
                    return true;
                }
                begin = at + 1;
            }
        }
        return false;
    }
}
