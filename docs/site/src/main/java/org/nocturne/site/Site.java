package org.nocturne.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The documentation as a folder of HTML that needs no server: README, CONTRIBUTING, CHANGELOG, all below docs/, and whatever of the
 * checkout they name.
 */
final class Site {
    private static final long SHOWN_BYTES = 400_000;

    private final Places places;
    private final Path out;
    private final Navigation navigation;
    private final Frame frame;
    private final SearchIndex index = new SearchIndex();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    private Site(Path root, Path out) throws IOException {
        this.places = new Places(root);
        this.out = out;
        this.navigation = Navigation.of(root);
        this.frame = new Frame(navigation, places);
    }

    static Site build(Path root, Path out) throws IOException {
        Site site = new Site(root, out);
        clear(out);
        for (String path : site.navigation.paths()) {
            if (site.places.exist(path)) {
                site.want(path);
            } else {
                site.problems.add(Navigation.FILE + ": there is no " + path);
            }
        }
        for (String path : documentation(root)) {
            if (!site.navigation.knows(path)) {
                site.problems.add(Navigation.FILE + ": " + path + " stands in no group");
            }
            site.want(path);
        }
        while (!site.open.isEmpty()) {
            site.make(site.open.removeFirst());
        }
        site.asset("style.css");
        site.asset("site.js");
        site.write("search-index.js", site.index.script());
        return site;
    }

    /** What is wrong with the sources; what is wrong with the pages is told by {@link SiteCheck}. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    int pages() {
        return seen.size();
    }

    private static List<String> documentation(Path root) throws IOException {
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md"),
                            docs.map(file -> root.relativize(file).toString())
                                    .filter(Places::isPage)
                                    .sorted())
                    .filter(path -> Files.exists(root.resolve(path)))
                    .toList();
        }
    }

    private void want(String path) {
        if (seen.add(path)) {
            open.add(path);
        }
    }

    private void make(String path) throws IOException {
        if (places.isFolder(path)) {
            page(path, folder(path));
        } else if (Places.isPage(path)) {
            Markdown markdown = new Markdown(Files.readString(places.root().resolve(path)));
            markdown.rawHtml()
                    .forEach(html -> problems.add(path + ": " + html + " is hidden by GitHub; wanted is \\<"));
            Element body = markdown.body();
            body.select("a[href]").forEach(link -> link.attr("href", led(path, link.attr("href"))));
            body.select("img[src]").forEach(image -> image.attr("src", led(path, image.attr("src"))));
            index.add(places.onTheSite(path), body);
            page(path, body);
        } else {
            copy(path);
            if (!Places.isImage(path)) {
                page(path, shown(path));
            }
        }
    }

    private void page(String path, Element body) throws IOException {
        write(places.onTheSite(path), frame.around(path, body));
    }

    /** What a link of a file leads to on the site; what it leads to will be there. */
    private String led(String from, String link) {
        if (link.matches("[a-z]+:.*") || link.startsWith("#")) {
            return link;
        }
        int hash = link.indexOf('#');
        String anchor = hash < 0 ? "" : link.substring(hash);
        String to = Places.resolved(from, hash < 0 ? link : link.substring(0, hash));
        if (!places.exist(to)) {
            problems.add(from + ": " + link + " leads nowhere");
            return link;
        }
        want(to);
        return Places.between(places.onTheSite(from), places.onTheSite(to)) + anchor;
    }

    private Element folder(String path) throws IOException {
        Element body = new Element("body");
        body.appendElement("h1").text(navigation.label(path).orElse(path));
        Element list = body.appendElement("ul");
        try (Stream<Path> files = Files.walk(places.root().resolve(path))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String named = places.root().relativize(file).toString();
                if (named.contains("/target/")) {
                    continue;
                }
                want(named);
                String inside = named.substring(path.length() + 1);
                String words = Places.isPage(named)
                        ? Markdown.title(new Markdown(Files.readString(file)).body(), inside)
                        : inside;
                list.appendElement("li")
                        .appendElement("a")
                        .attr("href", Places.between(places.onTheSite(path), places.onTheSite(named)))
                        .text(words);
            }
        }
        return body;
    }

    private Element shown(String path) throws IOException {
        Element body = new Element("body");
        body.appendElement("h1").text(path);
        Path file = places.root().resolve(path);
        Element line = body.appendElement("p").text("A file of the checkout, ");
        line.appendElement("a").attr("href", file.getFileName().toString()).text("as it is");
        line.appendText(".");
        try {
            if (Files.size(file) <= SHOWN_BYTES) {
                body.appendElement("pre").appendElement("code").text(Files.readString(file));
            }
        } catch (CharacterCodingException notText) {
            line.appendText(" It is not text.");
        }
        return body;
    }

    private void copy(String path) throws IOException {
        Path to = out.resolve(path);
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(places.root().resolve(path), to, StandardCopyOption.REPLACE_EXISTING);
    }

    private void asset(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream(name))) {
            Files.copy(in, out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void write(String place, String text) throws IOException {
        Path file = out.resolve(place);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
