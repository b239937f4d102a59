package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeProvider;

/** A code by its name, with settings from a file. */
final class CodeByName {
    private CodeByName() {}

    static Code open(String name, Path settings) throws IOException {
        Path file = settings.toAbsolutePath();
        List<CodeProvider> known = ServiceLoader.load(CodeProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        CodeProvider provider = known.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--code is '" + name + "'; known are "
                        + known.stream().map(CodeProvider::name).sorted().collect(Collectors.joining(", "))));
        return provider.open(SettingsFile.read(file), Objects.requireNonNull(file.getParent()));
    }
}
