package org.nocturne.routes.camel;

import java.util.List;
import org.apache.camel.Exchange;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.store.Job;
import org.nocturne.routes.run.Campaign;
import org.nocturne.routes.run.FinishedJob;

/** What a producer does. */
@FunctionalInterface
interface Doing {
    /** The round of an assessment travels beside its ledger. */
    String ROUND = "nocturne.round";

    void run(Campaign campaign, Exchange exchange);

    /** @throws IllegalArgumentException if there is no such action; the message says which there are */
    static Doing of(String action) {
        return switch (action) {
            case "start" -> (campaign, exchange) -> campaign.start(Bodies.wanted(exchange, Job.class));
            case "record" -> (campaign, exchange) -> campaign.record(Bodies.wanted(exchange, FinishedJob.class));
            case "propose" -> (campaign, exchange) -> campaign.propose();
            case "score" -> (campaign, exchange) -> campaign.score();
            case "assess" ->
                (campaign, exchange) -> {
                    int round = Bodies.wanted(exchange, Integer.class);
                    exchange.getMessage().setHeader(ROUND, round);
                    exchange.getMessage().setBody(campaign.assess(round));
                };
            case "acquire" -> (campaign, exchange) -> campaign.acquire(round(exchange), ledger(exchange));
            case "audit" -> (campaign, exchange) -> campaign.audit(Bodies.wanted(exchange, Integer.class));
            case "retrain" -> (campaign, exchange) -> campaign.retrain(Bodies.wanted(exchange, String.class));
            case "tidy" -> (campaign, exchange) -> campaign.tidy(Bodies.wanted(exchange, Job.class));
            case "next" -> (campaign, exchange) -> campaign.next();
            default ->
                throw new IllegalArgumentException("nocturne:" + action + " is nothing to send to; wanted is start,"
                        + " record, propose, score, assess, acquire, audit, retrain, tidy or next");
        };
    }

    private static int round(Exchange exchange) {
        Integer round = exchange.getMessage().getHeader(ROUND, Integer.class);
        if (round == null) {
            throw new IllegalArgumentException(
                    "nocturne:acquire: there is no header " + ROUND + "; wanted is what nocturne:assess sends on");
        }
        return round;
    }

    private static List<Judgement> ledger(Exchange exchange) {
        List<?> lines = Bodies.wanted(exchange, List.class);
        return lines.stream().map(Judgement.class::cast).toList();
    }
}
