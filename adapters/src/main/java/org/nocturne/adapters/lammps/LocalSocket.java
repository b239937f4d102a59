package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** One connection over a Unix domain socket, with a program of this user that calls us; no wait is longer than our patience. */
final class LocalSocket implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;
    private static final String NO_SOCKET = "; where it does not see that folder, say lammps." + LammpsSettings.FORCES
            + ": " + LammpsSettings.ForcesBy.FILES.word();

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration patience;

    /** What makes the program call. */
    @FunctionalInterface
    interface Invitation {
        void say() throws IOException;
    }

    private LocalSocket(SocketChannel channel, Duration patience) throws IOException {
        this.channel = channel;
        this.patience = patience;
        channel.configureBlocking(false);
        this.selector = Selector.open();
        this.key = channel.register(selector, SelectionKey.OP_READ);
    }

    /**
     * Waits at a file, which is gone when this returns.
     *
     * @param file one that does not exist; nobody but this user may call there
     * @param alive whether the program may still call
     * @throws IOException if it does not call
     */
    static LocalSocket called(Path file, Duration patience, BooleanSupplier alive, Invitation invitation)
            throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                Selector caller = Selector.open()) {
            server.bind(UnixDomainSocketAddress.of(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            server.configureBlocking(false);
            server.register(caller, SelectionKey.OP_ACCEPT);
            invitation.say();
            long end = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() - end < 0) {
                boolean there = alive.getAsBoolean();
                caller.select(LOOK_MILLIS);
                SocketChannel channel = server.accept();
                if (channel != null) {
                    return new LocalSocket(channel, patience);
                }
                if (!there) {
                    throw new IOException("LAMMPS has ended and did not call at " + file + NO_SOCKET);
                }
            }
            throw new IOException("LAMMPS did not call at " + file + " within " + seconds(patience) + NO_SOCKET);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    void send(ByteBuffer bytes) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        key.interestOps(SelectionKey.OP_WRITE);
        try {
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) {
                    await(end);
                }
            }
        } finally {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    /** So many bytes, from the first. */
    ByteBuffer receive(int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        long end = System.nanoTime() + patience.toNanos();
        while (bytes.hasRemaining()) {
            int more = channel.read(bytes);
            if (more < 0) {
                throw new IOException("LAMMPS has hung up");
            }
            if (more == 0) {
                await(end);
            }
        }
        return bytes.flip();
    }

    private void await(long end) throws IOException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new IOException("LAMMPS gave no answer within " + seconds(patience));
        }
        selector.select(left);
        selector.selectedKeys().clear();
    }

    private static String seconds(Duration patience) {
        return patience.toMillis() / 1000.0 + " s";
    }

    @Override
    public void close() {
        try (channel;
                selector) {
            // both are closed, whatever comes of the first
        } catch (IOException e) {
            // it is of no use any more either way
        }
    }
}
