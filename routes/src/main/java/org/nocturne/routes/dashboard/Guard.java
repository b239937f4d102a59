package org.nocturne.routes.dashboard;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before everything that is served. It refuses what comes under a foreign name (DNS rebinding), from a page of another origin, with
 * too long a body, and without the token where one is wanted; what it refuses it logs, without what was sent.
 */
final class Guard implements Handler<RoutingContext> {
    static final int MOST_BODY = 4096;
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final String BEARER = "Bearer ";

    /** Nothing from outside, nothing inline but styles that scripts set; blob: is for downloads. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private enum Status {
        BAD_REQUEST(400, "this request cannot be meant"),
        NO_TOKEN(401, "wanted is the token: nocturne dashboard DIR prints the address with it"),
        WRONG_TOKEN(403, "this is not the token of this dashboard; a new one is made each time it is opened"),
        FOREIGN(403, "asked for by another page or under another name"),
        METHOD(405, "only GET, HEAD and POST"),
        NO_LENGTH(411, "the length of the body is wanted"),
        TOO_LONG(413, "the body is too long");

        private final int code;
        private final String why;

        Status(int code, String why) {
            this.code = code;
            this.why = why;
        }
    }

    private final DashboardAddress address;
    private final Token token;

    Guard(DashboardAddress address, Token token) {
        this.address = address;
        this.token = token;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        HEADERS.forEach(request.response()::putHeader);
        Optional<Status> refused = refusal(request);
        if (refused.isEmpty()) {
            context.next();
            return;
        }
        Status status = refused.get();
        LOG.warn(
                "dashboard: refused {} with {} ({}), from {}",
                request.method().name().replaceAll("[^A-Z]", "?"),
                status.code,
                status.name(),
                request.remoteAddress() == null ? "?" : request.remoteAddress().hostAddress());
        HttpServerResponse response = request.response().setStatusCode(status.code);
        response.putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(status.why + "\n")
                .onComplete(said -> {
                    if (status == Status.TOO_LONG || status == Status.NO_LENGTH) {
                        request.connection().close(); // what follows is not read
                    }
                });
    }

    private Optional<Status> refusal(HttpServerRequest request) {
        HttpMethod method = request.method();
        boolean post = method.equals(HttpMethod.POST);
        if (!post && !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            return Optional.of(Status.METHOD);
        }
        if (isForeign(request)) {
            return Optional.of(Status.FOREIGN);
        }
        return length(request, post).or(() -> token(request, post));
    }

    private boolean isForeign(HttpServerRequest request) {
        String host = String.valueOf(request.authority()); // the header Host, or what stands for it in HTTP/2
        if (address.isLocal()
                && !List.of(address.host() + ":" + address.port(), "localhost:" + address.port())
                        .contains(host)) {
            return true;
        }
        String origin = request.getHeader("Origin");
        String own = (address.isTls() ? "https://" : "http://") + host;
        String site = request.getHeader("Sec-Fetch-Site");
        boolean elsewhere = "cross-site".equals(site) || "same-site".equals(site);
        return (origin != null && !origin.equals(own)) || (elsewhere && !isDocument(request.path()));
    }

    private static Optional<Status> length(HttpServerRequest request, boolean post) {
        String said = request.getHeader("Content-Length");
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        if (said == null) {
            return chunked || post ? Optional.of(Status.NO_LENGTH) : Optional.empty();
        }
        if (chunked || !said.matches("\\d{1,12}")) {
            return Optional.of(Status.BAD_REQUEST);
        }
        return Long.parseLong(said) > (post ? MOST_BODY : 0) ? Optional.of(Status.TOO_LONG) : Optional.empty();
    }

    private Optional<Status> token(HttpServerRequest request, boolean post) {
        if (!post && (address.isLocal() || Assets.has(request.path()))) {
            return Optional.empty();
        }
        @Nullable String said = request.getHeader("Authorization");
        if (said == null || !said.startsWith(BEARER)) {
            return Optional.of(Status.NO_TOKEN);
        }
        return token.is(said.substring(BEARER.length())) ? Optional.empty() : Optional.of(Status.WRONG_TOKEN);
    }

    /** A link on another page may lead here; what the page itself asks for may not be asked for from there. */
    private static boolean isDocument(@Nullable String path) {
        return "/".equals(path);
    }
}
