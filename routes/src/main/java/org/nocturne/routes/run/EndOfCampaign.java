package org.nocturne.routes.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.nocturne.learning.store.CampaignTable;
import org.nocturne.routes.run.CampaignRunner.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether this runner has come to its end, and how: from the store, so that another one would say the same. */
final class EndOfCampaign {
    private static final Logger LOG = LoggerFactory.getLogger(EndOfCampaign.class);

    private final Campaign campaign;
    private final BooleanSupplier leadIfNobodyDoes;

    /** @param leadIfNobodyDoes takes the lead where it is free, and says whether it was */
    EndOfCampaign(Campaign campaign, BooleanSupplier leadIfNobodyDoes) {
        this.campaign = campaign;
        this.leadIfNobodyDoes = leadIfNobodyDoes;
    }

    /** The end that needs no store that can be written: a fault, another in our place, a deadline while the disk is full. */
    Optional<Ended> whateverTheDisk() {
        Optional<Throwable> fault = campaign.fault();
        if (fault.isPresent()) {
            if (!campaign.hasLostItsStore()) {
                LOG.error("this runner stops for a fault", fault.get());
            }
            return Optional.of(new Ended(Ending.FAILED, "fault: " + fault.get().getMessage()));
        }
        if (campaign.presence().isFoundDead()) {
            return Optional.of(
                    new Ended(Ending.FAILED, "this runner was silent for so long that another has taken its place"));
        }
        return campaign.isHeld() ? held() : Optional.empty();
    }

    /** While something could not be written for want of room: the deadline comes all the same. */
    private Optional<Ended> held() {
        Optional<Ended> spent = spent();
        if (spent.isEmpty() && campaign.leads()) {
            campaign.lookForRoom();
        }
        return spent;
    }

    /** The end of a campaign that goes on as it should. */
    Optional<Ended> inOrder() {
        return campaign.leads() ? decide() : follow();
    }

    /** Of the runner that leads. */
    private Optional<Ended> decide() {
        if (now().state().equals(StopOrder.STOPPING)) {
            return Optional.of(Ended.byAPerson());
        }
        campaign.lookForRoom();
        if (campaign.journal().catchUp() > 0) {
            campaign.next(); // another runner's labels make a retraining due as well
        }
        Optional<String> hopeless = campaign.progress().hopeless();
        if (hopeless.isPresent()) {
            return hopeless.map(why -> new Ended(Ending.FAILED, why));
        }
        return campaign.progress().isFinished()
                ? Optional.of(new Ended(Ending.FINISHED, "all candidates done"))
                : campaign.progress()
                        .stalled()
                        .map(why -> new Ended(Ending.SPENT, why))
                        .or(this::spent);
    }

    private Optional<Ended> spent() {
        return campaign.budget().spent().map(why -> new Ended(Ending.SPENT, why));
    }

    /** Of a runner that helps: it ends with the campaign, or leads where the leader has died. */
    private Optional<Ended> follow() {
        CampaignTable.Campaign now = now();
        String state = now.state();
        if (!now.isUnderWay()) {
            return Optional.of(new Ended(endingOfTheLeader(state), state));
        }
        if (leadIfNobodyDoes.getAsBoolean()) {
            LOG.warn("the runner that led is dead; this one leads now");
        }
        return spent();
    }

    private static Ending endingOfTheLeader(String state) {
        return switch (state) {
            case "finished" -> Ending.FINISHED;
            case "failed" -> Ending.FAILED;
            case "spent" -> Ending.SPENT;
            default -> Ending.STOPPED; // the campaign by a person, or this runner alone
        };
    }

    private CampaignTable.Campaign now() {
        return campaign.store().inTransaction(tx -> tx.campaign().find().orElseThrow());
    }
}
