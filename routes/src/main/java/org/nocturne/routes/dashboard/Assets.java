package org.nocturne.routes.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The files that make the page: a fixed list, so that no path leads anywhere else. Libraries come from their jars, nothing from outside. */
final class Assets {
    private static final String OWN = "org/nocturne/routes/dashboard/";
    private static final String UPLOT = "META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final Map<String, Asset> ALL = all();

    /** @param resource on the class path */
    record Asset(String resource, String type) {
        byte[] bytes() {
            try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is not in the jars of this Nocturne");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(resource + ": " + e.getMessage(), e);
            }
        }
    }

    private Assets() {}

    private static Map<String, Asset> all() {
        Map<String, Asset> all = new LinkedHashMap<>();
        all.put("/", new Asset(OWN + "index.html", "text/html; charset=utf-8"));
        all.put("/icon.svg", new Asset(OWN + "icon.svg", "image/svg+xml"));
        all.put("/style.css", new Asset(OWN + "style.css", STYLE));
        for (String script : new String[] {
            "main",
            "api",
            "dom",
            "charts",
            "overview",
            "rounds",
            "pattern",
            "ledger",
            "models",
            "failures",
            "candidates",
            "structure",
            "machine",
            "log",
            "orders"
        }) {
            all.put("/" + script + ".js", new Asset(OWN + script + ".js", SCRIPT));
        }
        all.put("/lib/uPlot.js", new Asset(UPLOT + "uPlot.esm.js", SCRIPT));
        all.put("/lib/uPlot.css", new Asset(UPLOT + "uPlot.min.css", STYLE));
        all.put("/lib/3Dmol.js", new Asset(OWN + "lib/3Dmol-min.js", SCRIPT));
        return all;
    }

    static boolean has(@Nullable String path) {
        return path != null && ALL.containsKey(path);
    }

    /** @throws NoSuchElementException if there is none of this path */
    static Asset of(String path) {
        Asset asset = ALL.get(path);
        if (asset == null) {
            throw new NoSuchElementException("there is nothing here");
        }
        return asset;
    }

    static Iterable<String> paths() {
        return ALL.keySet();
    }
}
