package org.nocturne.routes.run;

import java.util.List;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Minimisation;
import org.nocturne.learning.loop.AuditPlan;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.LearningPlan;
import org.nocturne.learning.loop.ProposalPlan;
import org.nocturne.learning.loop.ReplicaPlan;
import org.nocturne.learning.loop.RunLength;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.config.ReferenceConfig;
import org.nocturne.routes.config.ReplicasConfig;
import org.nocturne.routes.config.VariantsConfig;

/** What the loop needs to know of a campaign file. */
final class PlanOfConfig {
    private PlanOfConfig() {}

    static CampaignPlan of(CampaignConfig c, Optional<AuditPlan> audit) {
        return new CampaignPlan(
                c.name(),
                c.seed(),
                phase(c),
                Kelvin.of(c.target().temperatureK()),
                replicas(c.replicas(), c.reference()),
                new ProposalPlan(
                        kelvins(c.candidates().temperaturesK()),
                        c.candidates().count(),
                        c.candidates().round(),
                        c.candidates().judged(),
                        c.candidates().nvtSteps(),
                        new Minimisation(0, c.candidates().forceTolerance(), 10000, 100000),
                        Optional.ofNullable(c.candidates().variants()).map(VariantsConfig::plan),
                        c.structure().whyOneTemperature()),
                new LearningPlan(
                        c.retrain().everyLabels(),
                        c.retrain().fromCandidates(),
                        Optional.ofNullable(c.retrain().cron()),
                        c.model().cutoffAngstrom(),
                        c.model().degree(),
                        Optional.ofNullable(c.model().network()).map(network -> network.plan(c.seed()))),
                c.acquisition().spending(),
                c.retries().plan(c.code(), c.launcher()),
                audit,
                c.budget().plan(c));
    }

    private static CampaignPlan.Phase phase(CampaignConfig c) {
        if (c.structure().isGlass()) {
            return CampaignPlan.Phase.GLASS;
        }
        return c.structure().isDisordered() ? CampaignPlan.Phase.LIQUID : CampaignPlan.Phase.CRYSTAL;
    }

    private static ReplicaPlan replicas(ReplicasConfig c, ReferenceConfig reference) {
        return new ReplicaPlan(
                kelvins(c.temperaturesK()),
                c.perTemperature(),
                c.heldOut(),
                new RunLength(c.equilibrationSteps(), c.frames(), c.spacingSteps(), c.energiesPerFrame()),
                reference.replicas(),
                new RunLength(
                        reference.equilibrationSteps(),
                        reference.frames(),
                        reference.spacingSteps(),
                        reference.energiesPerFrame()),
                Optional.ofNullable(c.heatToK()).map(Kelvin::of),
                Optional.ofNullable(c.coolingKelvinPerPicosecond()));
    }

    private static List<Kelvin> kelvins(List<Double> values) {
        return values.stream().map(Kelvin::of).toList();
    }
}
