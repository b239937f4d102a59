package org.nocturne.routes.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nocturne.core.port.Comparison;
import org.nocturne.core.port.HessianSource;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.port.Observable;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.port.Variation;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.train.NetworkTrainer;

/**
 * The parts that a campaign is made of, chosen in one place: {@link CampaignFolder}.
 *
 * @param models by which retraining judges a version as it is
 * @param proposers from the folder of the champion to what is proposed, corrected where that is asked for
 * @param variation what makes variants, and compares them with their parents; empty where candidates are none
 * @param meter of what the budget is measured by
 * @param tidying of work directories
 * @param routeLog opened by who leads
 * @param frozenReference folder of the reference to judge by; empty where the campaign makes its own
 * @param backupEvery time between copies of an H2 store; zero for none
 * @param handed clock to fire the schedule by, in the place of the machine's
 */
record Wiring(
        CampaignPlan plan,
        Store store,
        CampaignFiles files,
        ModelRuntime models,
        Function<Path, Proposer> proposers,
        Optional<Variation> variation,
        NetworkTrainer networks,
        HessianSource hessians,
        JobRunner jobs,
        Observable observable,
        Comparison comparison,
        Presence presence,
        CampaignMeter meter,
        WorkTidying tidying,
        Supplier<Journal> routeLog,
        Optional<Path> frozenReference,
        Duration backupEvery,
        Optional<Clock> handed) {}
