package org.nocturne.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What is wrong with a folder of HTML: links and anchors that lead nowhere, what is loaded from elsewhere, Markdown that was not read. */
final class SiteCheck {
    private static final Pattern ELSEWHERE = Pattern.compile("(?:url\\(|@import)\\s*[\"']?((?:[a-z]+:)?//[^\"')\\s]*)");
    private static final Pattern UNREAD = Pattern.compile("\\]\\([^ )]*\\)|^\\s*\\|.*\\|\\s*$|```");

    private final Path site;
    private final Map<Path, Document> pages = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SiteCheck(Path site) {
        this.site = site;
    }

    static List<String> problemsOf(Path site) throws IOException {
        SiteCheck check = new SiteCheck(site);
        List<Path> files;
        try (Stream<Path> all = Files.walk(site)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            if (file.toString().endsWith(".html")) {
                check.page(file);
            } else if (file.toString().matches(".*\\.(css|svg)")) {
                check.loads(file, Files.readString(file));
            }
        }
        return check.problems;
    }

    private void page(Path file) throws IOException {
        Document page = read(file);
        for (Element link : page.select("a[href]")) {
            String to = link.attr("href");
            if (!to.matches("(https?|mailto):.*")) {
                leads(file, to);
            }
        }
        for (Element loaded : page.select("[src], link[href], [poster], object[data]")) {
            for (String attribute : List.of("src", "href", "poster", "data")) {
                if (loaded.hasAttr(attribute)) {
                    local(file, loaded.attr(attribute));
                }
            }
        }
        for (Element styled : page.select("style, [style]")) {
            loads(file, styled.data() + styled.attr("style"));
        }
        Set<String> ids = new HashSet<>();
        for (Element element : page.select("[id]")) {
            if (!ids.add(element.id())) {
                problems.add(name(file) + ": the id " + element.id() + " is given twice");
            }
        }
        for (Element text : page.select("main p, main li, main td, main h2, main h3")) {
            Element bare = text.clone();
            bare.select("code, pre").remove();
            if (UNREAD.matcher(bare.text()).find()) {
                problems.add(name(file) + ": this is Markdown that was not read: " + bare.text());
            }
        }
    }

    private void local(Path file, String to) throws IOException {
        if (to.matches("([a-z]+:)?//.*")) {
            problems.add(name(file) + ": loads " + to + " from elsewhere");
        } else {
            leads(file, to);
        }
    }

    private void loads(Path file, String style) {
        Matcher elsewhere = ELSEWHERE.matcher(style);
        while (elsewhere.find()) {
            problems.add(name(file) + ": loads " + elsewhere.group(1) + " from elsewhere");
        }
    }

    private void leads(Path file, String to) throws IOException {
        int hash = to.indexOf('#');
        String named = hash < 0 ? to : to.substring(0, hash);
        Path target = named.isEmpty() ? file : file.resolveSibling(named).normalize();
        if (!target.startsWith(site) || !Files.isRegularFile(target)) {
            problems.add(name(file) + ": " + to + " leads nowhere");
        } else if (hash >= 0 && read(target).getElementById(to.substring(hash + 1)) == null) {
            problems.add(name(file) + ": " + to + " leads to a page without this anchor");
        }
    }

    private Document read(Path file) throws IOException {
        if (!pages.containsKey(file)) {
            pages.put(file, Jsoup.parse(Files.readString(file)));
        }
        return Objects.requireNonNull(pages.get(file));
    }

    private String name(Path file) {
        return site.relativize(file).toString();
    }
}
