package org.nocturne.routes.cli.model;

import picocli.CommandLine.Command;

/** {@code nocturne model}: the versions of a campaign and which of them is in office. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "The versions that a campaign has learned, and which of them proposes.",
        subcommands = {
            ModelListCommand.class,
            ModelShowCommand.class,
            ModelPromoteCommand.class,
            ModelRollbackCommand.class
        },
        footer = {"", "Example: nocturne model list runs/silicon-300K"})
public final class ModelCommand {}
