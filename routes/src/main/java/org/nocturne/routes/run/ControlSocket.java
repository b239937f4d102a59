package org.nocturne.routes.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How other commands speak to a living runner: one word in, one line out, over a Unix socket inside the campaign folder that only its
 * owner may use. H2 files have one owner at a time, so {@code status} from another shell has to ask.
 */
public final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final String NAME = "control.sock";

    private final Path path;
    private final ServerSocketChannel server;
    private final Thread thread;

    private ControlSocket(Path path, ServerSocketChannel server, UnaryOperator<String> answer) {
        this.path = path;
        this.server = server;
        this.thread = new Thread(() -> serve(answer), "control-socket");
        thread.setDaemon(true);
        thread.start();
    }

    /** Listens, replacing a socket that a dead runner left. */
    static ControlSocket listen(Path campaignDir, UnaryOperator<String> answer) {
        Path path = address(campaignDir);
        try {
            Files.deleteIfExists(path);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            return new ControlSocket(path, server, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": the control socket cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Asks the runner of a campaign; empty where none lives. */
    public static Optional<String> ask(Path campaignDir, String word) {
        Path path = address(campaignDir);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8);
            out.write(word + "\n");
            out.flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            return Optional.empty(); // a socket without a listener: its runner is dead
        }
    }

    /** A socket's path has room for about 100 bytes; from deep folders the short relative path is used. */
    private static Path address(Path campaignDir) {
        Path absolute = campaignDir.toAbsolutePath().resolve(NAME);
        if (absolute.toString().length() < 100) {
            return absolute;
        }
        return Path.of("").toAbsolutePath().relativize(absolute);
    }

    private void serve(UnaryOperator<String> answer) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
                String word = in.readLine();
                if (word != null) {
                    Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8);
                    out.write(answer.apply(word) + "\n");
                    out.flush();
                }
            } catch (AsynchronousCloseException e) {
                return; // close() was called
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.warn("a question over the control socket was not answered: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }
}
