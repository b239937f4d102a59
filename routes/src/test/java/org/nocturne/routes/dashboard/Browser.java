package org.nocturne.routes.dashboard;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The system's Chromium, driven by Playwright; it notes what pages complain of and what they ask for. */
final class Browser implements AutoCloseable {
    static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    // a viewer wants WebGL, and a machine without a GPU draws it by itself
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-background-networking",
                            "--use-angle=swiftshader",
                            "--enable-unsafe-swiftshader")));
    final List<String> complaints = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    /** A page of a fresh profile that has read everything once. */
    Page open(String url, int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        Page page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(url);
        page.waitForFunction("() => document.body.dataset.read");
        return page;
    }

    Page open(String url) {
        return open(url, 1200, ColorScheme.LIGHT);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
