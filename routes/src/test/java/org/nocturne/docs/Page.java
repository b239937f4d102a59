package org.nocturne.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, as tests take it apart. */
public record Page(Path file, String text) {
    private static final Path ROOT = Path.of(System.getProperty("nocturne.root"));

    public static Page of(String path) {
        try {
            return new Page(ROOT.resolve(path), Files.readString(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** README, CONTRIBUTING, CHANGELOG and all below docs/. */
    public static List<Page> all() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(ROOT::resolve),
                            docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .map(path -> of(ROOT.relativize(path).toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in fences of this language; "" for none. */
    public List<String> snippets(String language) {
        Pattern fence = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
        return fence.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The first group of each match. */
    public List<String> all(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Of its headings, as GitHub makes them. */
    public Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        for (String heading : new Page(file, withoutFences()).all("^#{1,6} (.*)$")) {
            String words = heading.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
            String anchor = words.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-');
            String once = anchor;
            for (int more = 1; !anchors.add(once); more++) {
                once = anchor + "-" + more;
            }
        }
        return anchors;
    }

    /** What its links lead to outside of fences and code, but for those out of the checkout. */
    public List<String> links() {
        String prose = withoutFences().replaceAll("`[^`\n]*`", "");
        return new Page(file, prose).all("\\]\\((?![a-z]+:)([^)\\s]+)\\)");
    }

    private String withoutFences() {
        return text.replaceAll("(?ms)^ *```.*?^ *```$", "");
    }

    /** With the lines joined that a backslash breaks, as a shell does. */
    public Page unfolded() {
        return new Page(file, text.replaceAll("\\\\\n\\s*", " "));
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
