package org.nocturne.routes.camel;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.nocturne.core.work.Step;
import org.nocturne.routes.run.Campaign;

/** What a consumer asks of a campaign: the next thing to be done, if there is one. */
@FunctionalInterface
interface Asking {

    Optional<?> next(Campaign campaign);

    /** @throws IllegalArgumentException if the endpoint cannot be consumed from; the message says what can */
    static Asking of(NocturneEndpoint endpoint) {
        return switch (endpoint.getAction()) {
            case "jobs" -> {
                Step step = step(endpoint);
                yield new AskingOnOccasion(campaign -> campaign.jobs().claim(step, endpoint.getSlots()));
            }
            case "finished" -> {
                Step step = step(endpoint);
                yield campaign -> campaign.jobs().finished(step);
            }
            case "wanted" -> new AskingOnOccasion(wanted(endpoint));
            case "due" -> due(endpoint);
            default ->
                throw new IllegalArgumentException("nocturne:" + endpoint.getAction()
                        + " is nothing to consume from; wanted is jobs, finished, wanted or due");
        };
    }

    private static Asking wanted(NocturneEndpoint endpoint) {
        if (!endpoint.getWhat().equals("candidate")) {
            throw new IllegalArgumentException(
                    "nocturne:wanted: what is '" + endpoint.getWhat() + "'; wanted is candidate");
        }
        return campaign -> campaign.wantsCandidate(endpoint.getBuffer()) ? Optional.of("candidate") : Optional.empty();
    }

    private static Asking due(NocturneEndpoint endpoint) {
        return switch (endpoint.getWhat()) {
            case "assess" ->
                new AskingOnOccasion(campaign -> {
                    var round = campaign.leads() ? campaign.progress().roundToAssess() : OptionalInt.empty();
                    return round.isPresent() ? Optional.of(round.getAsInt()) : Optional.empty();
                });
            case "audit" ->
                new AskingOnOccasion(campaign -> {
                    var round = campaign.leads() ? campaign.progress().roundToAudit() : OptionalInt.empty();
                    return round.isPresent() ? Optional.of(round.getAsInt()) : Optional.empty();
                });
            case "retrain" -> Campaign::retrainFiring; // a clock fires it, which the store does not know
            case "tidy" -> new AskingOnOccasion(Campaign::untidied);
            default ->
                throw new IllegalArgumentException(
                        "nocturne:due: what is '" + endpoint.getWhat() + "'; wanted is assess, audit, retrain or tidy");
        };
    }

    private static Step step(NocturneEndpoint endpoint) {
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.PROPOSE) // never pending
                .filter(step -> step.word().equals(endpoint.getStep()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nocturne:" + endpoint.getAction() + ": step is '"
                        + endpoint.getStep() + "'; wanted is minimise, replica, relax, label or audit"));
    }
}
