package org.nocturne.routes.dashboard;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.nocturne.routes.run.NamedFiles;

/** Camel's HTTP server with a guard before its routes, and a limit to how long a connection may keep a place for nothing. */
final class GuardedServer extends VertxPlatformHttpServer {
    private static final int IDLE_SECONDS = 60;

    private final int port;
    private final Guard guard;
    private final Connections connections;
    private final Changes changes;

    GuardedServer(DashboardAddress address, Guard guard, Connections connections, Changes changes) {
        super(configuration(address));
        this.port = address.port();
        this.guard = guard;
        this.connections = connections;
        this.changes = changes;
    }

    private static VertxPlatformHttpServerConfiguration configuration(DashboardAddress address) {
        VertxPlatformHttpServerConfiguration out = new VertxPlatformHttpServerConfiguration();
        out.setBindHost(address.host());
        out.setBindPort(address.port());
        out.setMaxBodySize((long) Guard.MOST_BODY);
        if (address.isTls()) {
            out.setSslContextParameters(tls(address));
        }
        return out;
    }

    private static SSLContextParameters tls(DashboardAddress address) {
        String password = NamedFiles.firstLine(Objects.requireNonNull(address.passwordFile()));
        KeyStoreParameters store = new KeyStoreParameters();
        store.setType("PKCS12");
        store.setResource("file:" + Objects.requireNonNull(address.keyStore()).toAbsolutePath());
        store.setPassword(password);
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store);
        keys.setKeyPassword(password);
        SSLContextParameters out = new SSLContextParameters();
        out.setKeyManagers(keys);
        return out;
    }

    @Override
    protected void initializeServer() {
        super.initializeServer();
        connections.lookAfter(getVertx());
        VertxPlatformHttpRouter router = Objects.requireNonNull(
                VertxPlatformHttpRouter.lookup(getCamelContext(), VertxPlatformHttpRouter.getRouterNameFromPort(port)));
        router.route().order(-3).handler(connections::asked);
        router.route().order(-2).handler(guard);
        router.get("/events").order(-1).handler(changes::listen);
    }

    /** Camel makes its server and has it listen in one go; connections can be looked after only if that is said in between. */
    @Override
    protected Vertx createVertxInstance() {
        Vertx vertx = super.createVertxInstance();
        return (Vertx) Proxy.newProxyInstance(
                getClass().getClassLoader(), vertx.getClass().getInterfaces(), (proxy, method, arguments) -> {
                    try {
                        if (arguments != null
                                && arguments.length == 1
                                && arguments[0] instanceof HttpServerOptions options) {
                            // an upgrade to HTTP/2 keeps a connection unseen until its first request
                            options.setHttp2ClearTextEnabled(false).setIdleTimeout(IDLE_SECONDS);
                        }
                        Object made = method.invoke(vertx, arguments);
                        return made instanceof HttpServer server ? server.connectionHandler(connections::opened) : made;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
