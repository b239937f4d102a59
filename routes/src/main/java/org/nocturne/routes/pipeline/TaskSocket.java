package org.nocturne.routes.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the engine hands tasks over: one line of JSON in, one line out, on a socket in a folder that only its owner may enter. */
public final class TaskSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskSocket.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path path;
    private final ServerSocketChannel server;

    private TaskSocket(Path folder, Path path, ServerSocketChannel server) {
        this.folder = folder;
        this.path = path;
        this.server = server;
    }

    /**
     * Listens. The path of a socket has room for about 100 bytes, so it lies in the folder for temporary files.
     *
     * @param tasks is asked for when the engine comes for the first time
     */
    public static TaskSocket listen(Supplier<PipelineTasks> tasks) {
        try {
            Path folder = Files.createTempDirectory(
                    "nocturne-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path path = folder.resolve("tasks.sock");
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            TaskSocket socket = new TaskSocket(folder, path, server);
            Thread thread = new Thread(() -> socket.serve(tasks), "task-socket");
            thread.setDaemon(true);
            thread.start();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the socket for the tasks of a pipeline cannot be opened: " + e.getMessage(), e);
        }
    }

    public Path path() {
        return path;
    }

    private void serve(Supplier<PipelineTasks> tasks) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
                String line = in.readLine();
                if (line != null) {
                    Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8);
                    out.write(answer(line, tasks) + "\n");
                    out.flush();
                }
            } catch (ClosedChannelException e) {
                return; // close() was called
            } catch (IOException e) {
                LOG.warn("what was said on the socket for tasks was not answered: {}", e.getMessage());
            }
        }
    }

    private static String answer(String line, Supplier<PipelineTasks> tasks) throws IOException {
        try {
            Handover told = JSON.readValue(line, Handover.class);
            return JSON.writeValueAsString(Map.of("standings", tasks.get().exchange(told)));
        } catch (JsonProcessingException | RuntimeException e) { // whatever it is, the engine must not wait for ever
            return JSON.writeValueAsString(Map.of("refused", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }
}
