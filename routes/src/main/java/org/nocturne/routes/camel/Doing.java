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
            case "start" -> (campaign, exchange) -> campaign.start(body(exchange, Job.class));
            case "record" -> (campaign, exchange) -> campaign.record(body(exchange, FinishedJob.class));
            case "propose" -> (campaign, exchange) -> campaign.propose();
            case "score" -> (campaign, exchange) -> campaign.score();
            case "assess" ->
                (campaign, exchange) -> {
                    int round = body(exchange, Integer.class);
                    exchange.getMessage().setHeader(ROUND, round);
                    exchange.getMessage().setBody(campaign.assess(round));
                };
            case "acquire" -> (campaign, exchange) -> campaign.acquire(round(exchange), ledger(exchange));
            case "retrain" -> (campaign, exchange) -> campaign.retrain(body(exchange, String.class));
            case "next" -> (campaign, exchange) -> campaign.next();
            default ->
                throw new IllegalArgumentException("nocturne:" + action + " is nothing to send to; wanted is start,"
                        + " record, propose, score, assess, acquire, retrain or next");
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
        List<?> lines = body(exchange, List.class);
        return lines.stream().map(Judgement.class::cast).toList();
    }

    private static <T> T body(Exchange exchange, Class<T> type) {
        T body = exchange.getMessage().getBody(type);
        if (body == null) {
            throw new IllegalArgumentException(
                    "the body is " + exchange.getMessage().getBody() + "; wanted is a " + type.getSimpleName());
        }
        return body;
    }
}
