package org.nocturne.routes.cli.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.script.Codes;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne adapter new}. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description =
                "Writes adapters/NAME.yaml, an adapter with every part explained, to be changed into that of your code.",
        footer = {"", "Example: nocturne adapter new nwchem"})
final class AdapterNewCommand implements Callable<Integer> {
    private static final String TEMPLATE = "new-adapter.yaml";

    @Parameters(index = "0", paramLabel = "NAME", description = "Small letters, digits and hyphens.")
    private String name = "";

    @Mixin
    private SiteFolder site = new SiteFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "the name is '" + name + "'; wanted are small letters, digits and hyphens, a letter first");
        }
        if (site.codes().find(name).filter(c -> c.origin().equals("java")).isPresent()) {
            throw new IllegalArgumentException("'" + name + "' is the name of a code in Java; wanted is another");
        }
        Path file = site.dir().resolve(Codes.FOLDER).resolve(name + ".yaml");
        Files.createDirectories(file.getParent());
        try {
            Files.writeString(file, template().replace("NAME", name), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(file + " is there already; it was not touched", e);
        }
        Output.of(spec)
                .println(file + "\nchange it, then prove it: nocturne adapter test " + name
                        + " --settings SETTINGS.yaml --structure STRUCTURE.extxyz");
        Output.of(spec).flush();
        return 0;
    }

    private static String template() throws IOException {
        try (InputStream in = AdapterNewCommand.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + TEMPLATE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
