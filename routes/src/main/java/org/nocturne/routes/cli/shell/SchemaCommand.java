package org.nocturne.routes.cli.shell;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.config.CampaignSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nocturne schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Print the JSON Schema of campaign files, by which editors complete and check them.",
        footer = {
            "",
            "Example: nocturne schema > campaign.schema.json",
            "and as the first line of a campaign file: # yaml-language-server: $schema=campaign.schema.json"
        })
public final class SchemaCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Output.of(spec).print(CampaignSchema.text());
        Output.of(spec).flush();
        return 0;
    }
}
