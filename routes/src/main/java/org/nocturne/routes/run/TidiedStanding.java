package org.nocturne.routes.run;

import java.util.List;
import java.util.Locale;
import org.nocturne.learning.store.TidiedWork;
import org.nocturne.learning.store.TidiedWork.Became;
import org.nocturne.learning.store.TidiedWorkTable.Sum;

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
        return ofSums(all.stream()
                .map(work -> new Sum(work.became(), 1, work.beforeBytes(), work.afterBytes()))
                .toList());
    }

    static TidiedStanding ofSums(List<Sum> sums) {
        List<Sum> gone = sums.stream().filter(sum -> sum.became().goes()).toList();
        return new TidiedStanding(
                count(sums, Became.PACKED),
                count(sums, Became.REMOVED),
                count(sums, Became.KEPT),
                gone.stream().mapToLong(Sum::beforeBytes).sum(),
                gone.stream().mapToLong(Sum::afterBytes).sum());
    }

    private static int count(List<Sum> sums, Became what) {
        return sums.stream()
                .filter(sum -> sum.became() == what)
                .mapToInt(Sum::directories)
                .sum();
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
