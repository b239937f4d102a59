package org.nocturne.routes.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nocturne.learning.forecast.Forecast;
import org.nocturne.learning.forecast.ForecastLine;

/** A forecast in lines for a person. */
public final class ForecastText {
    private ForecastText() {}

    public static List<String> lines(Forecast forecast) {
        List<String> out = new ArrayList<>();
        out.add(String.format(Locale.ROOT, "%-22s %7s %10s %10s %10s", "work", "jobs", "s each", "slot h", "MiB"));
        for (ForecastLine line : forecast.lines()) {
            out.add(String.format(
                    Locale.ROOT,
                    "%-22s %7d %10.2f %10.3f %10.1f",
                    line.what(),
                    line.count(),
                    line.seconds(),
                    line.slotHours(),
                    line.bytes() / (1 << 20)));
        }
        out.add(String.format(
                Locale.ROOT,
                "in all: %s on %d slots (bound by %s), %.2f slot hours, %.0f MiB",
                duration(forecast.wallHours()),
                forecast.slots(),
                forecast.bound(),
                forecast.slotHours(),
                forecast.bytes() / (1 << 20)));
        if (forecast.mostReplicas() > 0) {
            out.add("acquisition may buy up to " + forecast.mostReplicas() + " replicas more, which are not counted");
        }
        return out;
    }

    private static String duration(double hours) {
        long seconds = Math.round(hours * 3600);
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
