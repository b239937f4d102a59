package org.nocturne.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The text of the pages, section by section, as a script: a page that is read from a disk may load no other kind of file. */
final class SearchIndex {
    private final List<List<String>> sections = new ArrayList<>();

    void add(String place, Element body) {
        String title = Markdown.title(body, place);
        String heading = "";
        String anchor = "";
        StringBuilder text = new StringBuilder();
        for (Element child : body.children()) {
            if (child.tagName().matches("h[123]")) {
                keep(place + anchor, title, heading, text);
                heading = child.tagName().equals("h1") ? "" : child.text();
                anchor = "#" + child.id();
            } else {
                text.append(child.text()).append(' ');
            }
        }
        keep(place + anchor, title, heading, text);
    }

    private void keep(String place, String title, String heading, StringBuilder text) {
        if (!text.isEmpty()) {
            sections.add(List.of(place, title, heading, text.toString().strip()));
            text.setLength(0);
        }
    }

    String script() throws JsonProcessingException {
        return "window.nocturneSections = " + new ObjectMapper().writeValueAsString(sections) + ";\n";
    }
}
