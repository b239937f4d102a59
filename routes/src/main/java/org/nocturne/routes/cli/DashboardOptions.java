package org.nocturne.routes.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.dashboard.DashboardAddress;
import picocli.CommandLine.Option;

/** Where a campaign's page is served while it runs. */
final class DashboardOptions {
    @Option(
            names = "--dashboard",
            arity = "0..1",
            fallbackValue = "0",
            paramLabel = "PORT",
            description =
                    "Serve the page of the campaign at http://127.0.0.1:PORT/, at any free port unless one is given.")
    private @Nullable Integer port;

    @Option(
            names = "--dashboard-host",
            paramLabel = "ADDRESS",
            description = "Serve it at this address of the machine; nobody may read there without the token.")
    private @Nullable String host;

    @Option(names = "--dashboard-keystore", paramLabel = "FILE", description = "Key and certificate for TLS, PKCS12.")
    private @Nullable Path keyStore;

    @Option(
            names = "--dashboard-keystore-password",
            paramLabel = "FILE",
            description = "A file whose first line opens the key store.")
    private @Nullable Path password;

    @Option(
            names = "--dashboard-clear",
            description = "Allow another address than 127.0.0.1 without TLS: whoever reads along gets the token.")
    private boolean clear;

    /**
     * Empty where no page is asked for.
     *
     * @throws IllegalArgumentException naming the option, what was found and what is wanted
     */
    Optional<DashboardAddress> address() {
        if (port == null) {
            if (host != null || keyStore != null || password != null || clear) {
                throw new IllegalArgumentException(
                        "--dashboard-... says where the page is; wanted beside it is --dashboard");
            }
            return Optional.empty();
        }
        return Optional.of(
                new DashboardAddress(host == null ? DashboardAddress.HERE : host, port, keyStore, password, clear));
    }
}
