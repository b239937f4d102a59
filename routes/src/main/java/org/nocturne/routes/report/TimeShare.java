package org.nocturne.routes.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.JobTally.StepTime;

/** Where the time went: seconds of one step, and their share. */
record TimeShare(String step, int count, double seconds, double share) {

    static List<TimeShare> of(CampaignRecord record) {
        List<StepTime> all = new ArrayList<>(record.times());
        StepTime scoring = taken(record.events(), "score");
        if (scoring.jobs() > 0) {
            all.add(scoring);
        }
        double total = all.stream().mapToDouble(StepTime::seconds).sum();
        return all.stream()
                .map(t -> new TimeShare(t.step(), t.jobs(), t.seconds(), total > 0 ? t.seconds() / total : 0))
                .sorted((a, b) -> Double.compare(b.seconds, a.seconds))
                .toList();
    }

    /** Steps inside the runner are no jobs; their events say how long they took. */
    private static StepTime taken(List<Event> events, String step) {
        double seconds = 0;
        int count = 0;
        for (Event event : events) {
            String took = event.fields().getOrDefault("took", "");
            if (event.step().equals(step) && took.matches("[0-9.]+s")) {
                seconds += Double.parseDouble(took.substring(0, took.length() - 1));
                count++;
            }
        }
        return new StepTime(step, count, seconds);
    }

    public String time() {
        return Numbers.fixed(seconds, 1);
    }

    public String perCent() {
        return Numbers.perCent(share, 1);
    }

    public String each() {
        return count == 0 ? Numbers.DASH : Numbers.fixed(seconds / count, 2);
    }

    public String width() {
        return String.format(java.util.Locale.ROOT, "%.1f%%", 100 * share);
    }

    static String total(List<TimeShare> shares) {
        return Numbers.lasting(Duration.ofMillis(Math.round(
                1000 * shares.stream().mapToDouble(TimeShare::seconds).sum())));
    }
}
