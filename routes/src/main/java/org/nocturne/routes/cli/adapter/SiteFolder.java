package org.nocturne.routes.cli.adapter;

import java.nio.file.Path;
import org.nocturne.adapters.script.Codes;
import org.nocturne.adapters.script.Codes.KnownCode;
import picocli.CommandLine.Option;

/** Where a site's adapters are looked for. */
final class SiteFolder {
    @Option(
            names = "--dir",
            defaultValue = "",
            paramLabel = "DIR",
            description = "Folder of campaign files, whose folder 'adapters' holds a site's own; default: here.")
    private Path dir = Path.of("");

    Path dir() {
        return dir.toAbsolutePath();
    }

    Codes codes() {
        return Codes.near(dir());
    }

    /** @throws IllegalArgumentException naming those that there are */
    KnownCode find(String name) {
        Codes codes = codes();
        return codes.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no code '" + name + "'; known are " + codes.names() + ", looked for in " + dir()));
    }
}
