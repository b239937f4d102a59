package org.nocturne.routes.cli.adapter;

import picocli.CommandLine.Command;

/** {@code nocturne adapter}: the codes that campaigns can name. */
@Command(
        name = "adapter",
        mixinStandardHelpOptions = true,
        description = "The codes that a campaign can name, and how a site adds its own with one YAML file.",
        subcommands = {
            AdapterListCommand.class,
            AdapterShowCommand.class,
            AdapterNewCommand.class,
            AdapterTestCommand.class
        },
        footer = {"", "Example: nocturne adapter list"})
public final class AdapterCommand {}
