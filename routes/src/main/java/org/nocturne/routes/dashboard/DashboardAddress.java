package org.nocturne.routes.dashboard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the page is served. On this machine alone everybody may read; anywhere else nobody does without the token, and the token does not
 * travel in the clear unless a person has said that it may.
 *
 * @param host to bind
 * @param port 0 for any that is free
 * @param keyStore PKCS12 with the key and the certificate for TLS; null for none
 * @param passwordFile whose first line opens it; null without one
 * @param clear whether a person allows another address without TLS
 */
public record DashboardAddress(
        String host,
        int port,
        @Nullable Path keyStore,
        @Nullable Path passwordFile,
        boolean clear) {
    public static final String HERE = "127.0.0.1";
    private static final int MOST = 65535;

    /** @throws IllegalArgumentException naming what was found and what is wanted */
    public DashboardAddress {
        if (port < 0 || port > MOST) {
            throw new IllegalArgumentException("--dashboard is " + port + "; wanted is a port from 1 to " + MOST
                    + ", or none for any that is free");
        }
        if ((keyStore == null) != (passwordFile == null)) {
            throw new IllegalArgumentException(
                    "--dashboard-keystore and --dashboard-keystore-password go together: the second is a file whose first line"
                            + " opens the first");
        }
        for (Path file : new @Nullable Path[] {keyStore, passwordFile}) {
            if (file != null && !Files.isReadable(file)) {
                throw new IllegalArgumentException(file + ": cannot be read; wanted is a file for the dashboard's TLS");
            }
        }
        if (!isLocal(host) && keyStore == null && !clear) {
            throw new IllegalArgumentException("--dashboard-host is " + host
                    + "; an address other than " + HERE
                    + " wants --dashboard-keystore FILE (TLS), or --dashboard-clear where the"
                    + " network is trusted with the token");
        }
    }

    /** On this machine alone, at any free port. */
    public static DashboardAddress here(int port) {
        return new DashboardAddress(HERE, port, null, null, false);
    }

    boolean isLocal() {
        return isLocal(host);
    }

    boolean isTls() {
        return keyStore != null;
    }

    private static boolean isLocal(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--dashboard-host is '" + host + "'; it is the name of no host", e);
        }
    }

    /**
     * The same at a port that is free now.
     *
     * @throws IllegalArgumentException if there is none
     */
    DashboardAddress bound() {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return new DashboardAddress(host, socket.getLocalPort(), keyStore, passwordFile, clear);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    host + ":" + port + " cannot be listened at: " + e.getMessage()
                            + "; wanted is an address of this machine with a port that is free",
                    e);
        }
    }

    String url() {
        return (isTls() ? "https://" : "http://") + host + ":" + port + "/";
    }
}
