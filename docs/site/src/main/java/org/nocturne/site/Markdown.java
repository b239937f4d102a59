package org.nocturne.site;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Markdown as GitHub reads it: with tables, and with the anchors that GitHub gives to headings. */
final class Markdown {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

    /** What looks like HTML, and would not be seen on GitHub. */
    private final List<String> rawHtml = new ArrayList<>();

    private final Element body;

    Markdown(String text) {
        Node node = PARSER.parse(text);
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline html) {
                rawHtml.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                rawHtml.add(html.getLiteral());
            }
        });
        body = Jsoup.parseBodyFragment(RENDERER.render(node)).body();
    }

    List<String> rawHtml() {
        return rawHtml;
    }

    Element body() {
        return body;
    }

    static String title(Element body, String otherwise) {
        Element heading = body.selectFirst("h1");
        return heading == null ? otherwise : heading.text();
    }
}
