package org.nocturne.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the files of a checkout, named by their paths in it, lie on the site. */
record Places(Path root) {
    private static final Pattern IMAGE = Pattern.compile(".*\\.(svg|png|jpg)");

    static boolean isPage(String path) {
        return path.endsWith(".md");
    }

    static boolean isImage(String path) {
        return IMAGE.matcher(path).matches();
    }

    boolean isFolder(String path) {
        return Files.isDirectory(root.resolve(path));
    }

    boolean exist(String path) {
        return !path.startsWith("..") && Files.exists(root.resolve(path));
    }

    /** A Markdown file becomes a page, a folder a list of what it holds, any other file a page that shows it. */
    String onTheSite(String path) {
        if (path.equals("README.md")) {
            return "index.html";
        }
        if (isFolder(path)) {
            return path + "/index.html";
        }
        if (isPage(path)) {
            return path.replaceFirst("md$", "html");
        }
        return isImage(path) ? path : path + ".html";
    }

    /** What a link in a file means. */
    static String resolved(String file, String link) {
        return Path.of(file).resolveSibling(link).normalize().toString();
    }

    /** How a page of the site names another. */
    static String between(String page, String other) {
        Path folder = Path.of("/" + page).getParent();
        return folder == null ? other : folder.relativize(Path.of("/" + other)).toString();
    }
}
