package org.nocturne.routes.cli.bench.soak;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a soak prints.
 *
 * @param faults what is not so, in words
 */
record SoakTable(long seed, List<Night> nights, List<String> faults) {
    /** Before it classes are loaded, code is compiled, caches fill. */
    private static final int SETTLED = 3;

    private static final double FLAT = 1.10;

    static SoakTable of(long seed, List<Night> nights) {
        List<String> faults = new ArrayList<>();
        for (Night night : nights) {
            if (!night.ending().equals("SPENT")) {
                faults.add("night " + night.number() + " ended as " + night.ending() + ", not by its deadline");
            }
            if (night.broken() > 0) {
                faults.add("night " + night.number() + ": verify found " + night.broken() + " things");
            }
            if (night.number() > SETTLED) {
                compare(night, nights.get(SETTLED - 1), faults);
            }
        }
        return new SoakTable(seed, nights, faults);
    }

    private static void compare(Night night, Night settled, List<String> faults) {
        grown("heap", night.left().heapMb(), settled.left().heapMb(), night, faults);
        grown("heap of the open campaign", night.openHeapMb(), settled.openHeapMb(), night, faults);
        grown("threads", night.left().threads(), settled.left().threads(), night, faults);
        grown("file handles", night.left().handles(), settled.left().handles(), night, faults);
    }

    private static void grown(String what, double now, double before, Night night, List<String> faults) {
        if (now > FLAT * before) {
            faults.add(String.format(
                    Locale.ROOT, "night %d: %s %.1f, night %d %.1f", night.number(), what, now, SETTLED, before));
        }
    }

    void print(PrintWriter out) {
        out.println(
                "night  ending    jobs failed  by clock  candidates  heap open/MB  heap left/MB  threads  handles  broken");
        for (Night n : nights) {
            out.printf(
                    Locale.ROOT,
                    "%5d  %-8s %5d %6d %9d %11d %13.1f %13.1f %8d %8d %7d%n",
                    n.number(),
                    n.ending(),
                    n.jobs(),
                    n.failed(),
                    n.retrainings(),
                    n.candidates(),
                    n.openHeapMb(),
                    n.left().heapMb(),
                    n.left().threads(),
                    n.left().handles(),
                    n.broken());
        }
        out.println(faults.isEmpty() ? "flat from night " + SETTLED + " on, nothing broken" : "NOT flat or not sound:");
        faults.forEach(fault -> out.println("  " + fault));
    }
}
