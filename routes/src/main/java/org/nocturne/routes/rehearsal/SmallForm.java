package org.nocturne.routes.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.run.CampaignFolder;

/**
 * A campaign file made small: the same structure, code, launcher and slots, every step that the campaign has, and of each as little as
 * goes. The relax step stays as it is, since what it takes is what the night is made of. The store is a file in the folder, nobody is told, and no
 * budget ends it.
 */
public final class SmallForm {
    private static final String SUFFIX = "-rehearsal";
    private static final int EQUILIBRATION_STEPS = 400;
    private static final int FRAMES = 8;
    private static final int SPACING_STEPS = 75;
    private static final int CELL_STEPS = 500;
    private static final int NETWORK_STEPS = 50;
    private static final double COOLING_PICOSECONDS = 0.2;

    private SmallForm() {}

    /** Where the rehearsal of a campaign runs. */
    public static CampaignFolder folder(Path parent, CampaignConfig config) {
        return new CampaignFolder(parent.resolve("runs").resolve(name(config)));
    }

    private static String name(CampaignConfig config) {
        String name = config.name();
        return name.substring(0, Math.min(name.length(), 80 - SUFFIX.length())) + SUFFIX;
    }

    /**
     * Makes a campaign file small.
     *
     * @param root its keys, changed here
     * @param config what they say
     */
    static void apply(ObjectNode root, CampaignConfig config) {
        root.put("name", name(config));
        root.remove(List.of("store", "notify", "acquisition", "budget"));
        int temperatures = config.candidates().temperaturesK().size();
        int candidates = Math.max(2 * config.slots(), temperatures);
        block(root, "candidates").put("count", candidates).put("round", candidates);
        replicas(block(root, "replicas"), config);
        if (config.reference().from() == null) {
            run(
                    block(root, "reference"),
                    config.reference().equilibrationSteps(),
                    config.reference().spacingSteps());
            block(root, "reference")
                    .put("replicas", Math.min(1, config.reference().replicas()));
        }
        if (config.structure().cellIsToBeFound()) {
            block(root, "structure").put("cell-steps", CELL_STEPS);
        }
        block(root, "retrain").put("every-labels", FRAMES).remove("cron");
        if (root.at("/model/network") instanceof ObjectNode network) {
            network.put("steps", NETWORK_STEPS).remove("minutes");
        }
        for (String kind : List.of("frames", "cells", "environments")) {
            if (root.at("/audit/" + kind) instanceof ObjectNode specimens) {
                specimens.put("per-round", 1);
            }
        }
    }

    private static void replicas(ObjectNode replicas, CampaignConfig config) {
        run(replicas, config.replicas().equilibrationSteps(), config.replicas().spacingSteps());
        replicas.put("per-temperature", 1)
                .put("held-out", Math.min(1, config.replicas().heldOut()));
        Double hot = config.replicas().heatToK();
        if (config.replicas().coolingKelvinPerPicosecond() != null && hot != null) {
            double coldest = config.replicas().temperaturesK().stream()
                    .mapToDouble(t -> t)
                    .min()
                    .orElseThrow();
            replicas.put("cooling-K-per-ps", (hot - coldest) / COOLING_PICOSECONDS);
        }
    }

    private static void run(ObjectNode block, int equilibrationSteps, int spacingSteps) {
        block.put("equilibration-steps", Math.min(equilibrationSteps, EQUILIBRATION_STEPS))
                .put("frames", FRAMES)
                .put("spacing-steps", Math.min(spacingSteps, SPACING_STEPS));
    }

    private static ObjectNode block(ObjectNode root, String key) {
        JsonNode there = root.get(key);
        return there instanceof ObjectNode block ? block : root.putObject(key);
    }
}
