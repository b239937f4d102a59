package org.nocturne.routes.run;

import org.nocturne.core.port.Comparison;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.port.Observable;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.train.NetworkTrainer;

/** The parts that a campaign is made of, chosen in one place: {@link CampaignFolder}. */
record Wiring(
        CampaignPlan plan,
        Store store,
        CampaignFiles files,
        ModelRuntime models,
        NetworkTrainer networks,
        JobRunner jobs,
        Observable observable,
        Comparison comparison,
        RouteLog log) {}
