package org.nocturne.routes.run;

import java.util.List;
import java.util.Locale;
import org.nocturne.learning.store.TidiedWork;

/**
 * What has become of work directories.
 *
 * @param packed and {@code removed}: how many
 * @param kept that could not be packed, or in which a row names a file
 * @param beforeBytes size of what was packed or removed, before; {@code afterBytes} of the archives
 */
public record TidiedStanding(int packed, int removed, int kept, long beforeBytes, long afterBytes) {
    private static final double MIB = 1 << 20;

    public static TidiedStanding of(List<TidiedWork> all) {
        List<TidiedWork> gone = all.stream().filter(TidiedWork::goes).toList();
        return new TidiedStanding(
                count(all, TidiedWork.Became.PACKED),
                count(all, TidiedWork.Became.REMOVED),
                count(all, TidiedWork.Became.KEPT),
                gone.stream().mapToLong(TidiedWork::beforeBytes).sum(),
                gone.stream().mapToLong(TidiedWork::afterBytes).sum());
    }

    private static int count(List<TidiedWork> all, TidiedWork.Became what) {
        return (int) all.stream().filter(w -> w.became() == what).count();
    }

    /** "24 work directories packed, 0 removed: 3.2 MiB became 0.9 MiB". */
    public String inWords() {
        return String.format(
                Locale.ROOT,
                "%d work directories packed, %d removed: %.1f MiB became %.1f MiB%s",
                packed,
                removed,
                beforeBytes / MIB,
                afterBytes / MIB,
                kept == 0 ? "" : "; " + kept + " could not be and stay");
    }
}
