package org.nocturne.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the pages of a checkout and checks them: root, folder of the pages. */
public final class SiteMain {
    private SiteMain() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[1]);
        Site site = Site.build(Path.of(arguments[0]), out);
        List<String> problems = new ArrayList<>(site.problems());
        problems.addAll(SiteCheck.problemsOf(out));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the pages have " + problems.size() + " faults:\n  "
                    + String.join("\n  ", problems) + "\nwanted are links and anchors that lead somewhere");
        }
        System.out.println(site.pages() + " pages, all links and anchors lead somewhere: " + out.resolve("index.html"));
    }
}
