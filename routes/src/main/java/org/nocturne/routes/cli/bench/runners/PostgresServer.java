package org.nocturne.routes.cli.bench.runners;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.run.FolderTree;

/** A PostgreSQL of the distribution's package that serves one bench: in a folder of its own, on a free port of this machine. */
final class PostgresServer implements AutoCloseable {
    static final String USER = "nocturne";
    private static final Path PACKAGED = Path.of("/usr/lib/postgresql");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path bin;
    private final Path home;
    private final int port;

    private PostgresServer(Path bin, Path home, int port) {
        this.bin = bin;
        this.home = home;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @throws IllegalArgumentException if the package is not installed
     */
    static PostgresServer start() throws IOException {
        Path bin = installed()
                .orElseThrow(() -> new IllegalArgumentException(
                        "bench runners wants a PostgreSQL: --url of a database that may be filled, or its programs in "
                                + PACKAGED + " (apt-get install postgresql)"));
        Path home = Files.createTempDirectory("nocturne-postgres");
        PostgresServer server = new PostgresServer(bin, home, freePort());
        if (isRoot()) { // as whom PostgreSQL refuses to run
            run(List.of("chown", "postgres", home.toString()));
        }
        server.asServer("initdb", "-D", server.data(), "-A", "trust", "-U", USER);
        server.asServer(
                "pg_ctl",
                "-D",
                server.data(),
                "-w",
                "-l",
                home.resolve("log").toString(),
                "-o",
                "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + home,
                "start");
        return server;
    }

    private static Optional<Path> installed() throws IOException {
        if (!Files.isDirectory(PACKAGED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private String data() {
        return home.resolve("data").toString();
    }

    @Override
    public void close() throws IOException {
        asServer("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
        FolderTree.delete(home);
    }

    private void asServer(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) throws IOException {
        Optional<Answer> answer = Programs.answer(
                command, Map.of("PATH", System.getenv().getOrDefault("PATH", ""), "LC_ALL", "C"), PATIENCE);
        if (answer.isEmpty() || answer.get().exitCode() != 0) {
            throw new IOException(String.join(" ", command) + " failed: "
                    + answer.map(Answer::err).orElse("no answer within " + PATIENCE.toSeconds() + " s"));
        }
    }
}
