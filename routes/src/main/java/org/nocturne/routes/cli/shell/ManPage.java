package org.nocturne.routes.cli.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A manual page in the macros of man(7), from what the help is made of. picocli's own generator writes AsciiDoc, which a machine needs a
 * further program to show.
 */
final class ManPage {
    private final CommandSpec spec;

    ManPage(CommandSpec spec) {
        this.spec = spec;
    }

    /** "nocturne-model-list": as git names its pages. */
    String name() {
        return spec.qualifiedName("-");
    }

    String text() {
        StringBuilder out = new StringBuilder();
        out.append(".TH ").append(escaped(name().toUpperCase(Locale.ROOT))).append(" 1 \"\" Nocturne\n");
        out.append(".SH NAME\n")
                .append(escaped(name()))
                .append(" \\- ")
                .append(escaped(summary()))
                .append('\n');
        out.append(".SH SYNOPSIS\n.nf\n").append(lines(synopsis())).append(".fi\n");
        out.append(".SH DESCRIPTION\n")
                .append(lines(filled(spec.usageMessage().description())))
                .append('\n');
        list(
                out,
                "ARGUMENTS",
                spec.positionalParameters().stream()
                        .filter(p -> !p.hidden())
                        .map(this::positional)
                        .toList());
        list(
                out,
                "OPTIONS",
                spec.options().stream()
                        .filter(o -> !o.hidden())
                        .map(this::option)
                        .toList());
        list(
                out,
                "COMMANDS",
                spec.subcommands().entrySet().stream()
                        .map(e -> entry(e.getKey(), new ManPage(e.getValue().getCommandSpec()).summary()))
                        .toList());
        String footer = filled(spec.usageMessage().footer());
        if (!footer.isBlank()) {
            out.append(".SH NOTES\n.nf\n").append(lines(footer.strip())).append(".fi\n");
        }
        return out.toString();
    }

    /** The first sentence. */
    String summary() {
        String[] description = spec.usageMessage().description();
        String whole = filled(description).replace('\n', ' ');
        return whole.replaceFirst("(?<=[a-z)])\\. .*", "").replaceFirst("\\.$", "");
    }

    private String synopsis() {
        Help help = spec.commandLine().getHelp();
        return help.synopsis(0).strip();
    }

    private String positional(PositionalParamSpec it) {
        return entry(it.paramLabel(), described(it));
    }

    private String option(OptionSpec it) {
        boolean takes = it.arity().max() > 0;
        return entry(String.join(", ", it.names()) + (takes ? "=" + it.paramLabel() : ""), described(it));
    }

    private String described(ArgSpec it) {
        return Arrays.stream(it.description()).collect(Collectors.joining(" "));
    }

    private static String entry(String term, String text) {
        return ".TP\n\\fB" + escaped(term) + "\\fR\n" + lines(text.isBlank() ? "." : text);
    }

    private static void list(StringBuilder out, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            out.append(".SH ").append(title).append('\n');
            entries.forEach(out::append);
        }
    }

    private static String filled(String[] texts) {
        return Stream.of(texts)
                .map(text -> text.replace("%n", "\n").replace("%%", "%"))
                .collect(Collectors.joining("\n"));
    }

    private static String lines(String text) {
        return text.lines().map(ManPage::escaped).collect(Collectors.joining("\n", "", "\n"));
    }

    /** A backslash, a hyphen that is typed, and a line that begins as a request does. */
    private static String escaped(String line) {
        String plain = line.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
