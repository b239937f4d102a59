package org.nocturne.routes.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.main.Main;

/** The routes of the loop, and those that a person has put beside them. */
final class LoopRoutes {
    /** A step of our own that takes longer is done again by the next runner. */
    private static final int LONGEST_STEP_SECONDS = 15;

    private LoopRoutes() {}

    static Main of(Campaign campaign, CampaignFolder folder) {
        Main camel = new OwnedMain();
        camel.bind("campaign", campaign);
        camel.addInitialProperty("campaign", folder.dir().toAbsolutePath().toString());
        Workplaces places = campaign.jobs().places();
        camel.addInitialProperty("slots", String.valueOf(places.own().slots()));
        camel.addInitialProperty(
                "audit.slots",
                String.valueOf(places.second().map(Workplace::slots).orElse(0)));
        camel.configure()
                .withName("nocturne")
                .withShutdownTimeout(LONGEST_STEP_SECONDS)
                .withUseMdcLogging(true)
                .withJmxEnabled(false);
        String own = folder.dir().resolve("routes.d").toAbsolutePath().toString();
        String more = Files.isDirectory(Path.of(own)) ? ",file:" + own + "/*.yaml" : "";
        camel.configure().withRoutesIncludePattern("classpath:org/nocturne/routes/loop.yaml" + more);
        return camel;
    }
}
