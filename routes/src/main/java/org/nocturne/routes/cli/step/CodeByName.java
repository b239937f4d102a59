package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.script.Codes;

/** A code by its name, with settings from a file; a site's adapters lie in the folder {@code adapters} beside it. */
final class CodeByName {
    private CodeByName() {}

    static Code open(String name, Path settings) throws IOException {
        Path file = settings.toAbsolutePath();
        Path folder = Objects.requireNonNull(file.getParent());
        Codes codes = Codes.near(folder);
        return codes.find(name)
                .orElseThrow(() -> new IllegalArgumentException("--code is '" + name + "'; known are " + codes.names()))
                .provider()
                .open(SettingsFile.read(file), folder);
    }
}
