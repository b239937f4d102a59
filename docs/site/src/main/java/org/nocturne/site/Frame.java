package org.nocturne.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What stands around the text of every page: the menu, the search, the way to the pages before and after. */
final class Frame {
    private final Navigation navigation;
    private final Places places;
    private final String template;

    Frame(Navigation navigation, Places places) throws IOException {
        this.navigation = navigation;
        this.places = places;
        try (InputStream in = Objects.requireNonNull(Frame.class.getResourceAsStream("page.html"))) {
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String around(String path, Element body) {
        Document page = Jsoup.parse(template);
        page.outputSettings().prettyPrint(false);
        String place = places.onTheSite(path);
        page.title(
                path.equals("README.md")
                        ? "Nocturne"
                        : Markdown.title(body, navigation.label(path).orElse(path)) + " - Nocturne");
        page.select("[data-href]")
                .forEach(element -> element.attr("href", Places.between(place, element.attr("data-href")))
                        .removeAttr("data-href"));
        page.select("[data-src]")
                .forEach(element -> element.attr("src", Places.between(place, element.attr("data-src")))
                        .removeAttr("data-src"));
        page.body().attr("data-root", Places.between(place, "index.html").replaceFirst("index.html$", ""));
        Element main = one(page, "main");
        main.appendChildren(new ArrayList<>(body.childNodes()));
        main.select("table").wrap("<div class=\"scroll\" tabindex=\"0\"></div>");
        main.select("pre").attr("tabindex", "0");
        main.select("h2[id], h3[id]").forEach(heading -> heading.appendElement("a")
                .addClass("here")
                .attr("href", "#" + heading.id())
                .attr("aria-label", "link to this section"));
        menu(one(page, "nav ul"), path, place, main);
        neighbours(one(page, "footer"), path, place);
        return page.outerHtml();
    }

    private void menu(Element list, String path, String place, Element main) {
        for (Map.Entry<String, Map<String, String>> group : navigation.groups().entrySet()) {
            Element item = list.appendElement("li");
            item.appendElement("span").text(group.getKey());
            Element pages = item.appendElement("ul");
            group.getValue().forEach((words, to) -> {
                if (!places.exist(to)) {
                    return;
                }
                Element entry = pages.appendElement("li");
                Element link = entry.appendElement("a")
                        .attr("href", Places.between(place, places.onTheSite(to)))
                        .text(words);
                if (to.equals(path)) {
                    link.attr("aria-current", "page");
                    sections(entry, main);
                } else if (path.startsWith(to + "/")) {
                    link.attr("aria-current", "true");
                }
            });
        }
    }

    private static void sections(Element entry, Element main) {
        List<Element> headings = main.select("h2[id]");
        if (headings.size() > 1) {
            Element list = entry.appendElement("ul");
            headings.forEach(heading -> list.appendElement("li")
                    .appendElement("a")
                    .attr("href", "#" + heading.id())
                    .text(heading.text()));
        }
    }

    private void neighbours(Element footer, String path, String place) {
        List<String> paths = navigation.paths();
        int at = paths.indexOf(path);
        if (at > 0) {
            neighbour(footer, "before", paths.get(at - 1), place);
        }
        if (at >= 0 && at + 1 < paths.size()) {
            neighbour(footer, "after", paths.get(at + 1), place);
        }
    }

    private void neighbour(Element footer, String which, String path, String place) {
        footer.appendElement("a")
                .addClass(which)
                .attr("href", Places.between(place, places.onTheSite(path)))
                .text(navigation.label(path).orElse(path));
    }

    private static Element one(Document page, String query) {
        return Objects.requireNonNull(page.selectFirst(query));
    }
}
