package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nocturne.learning.ensemble.Configuration;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.ensemble.WaveShells;

/** Mean square displacement, and the same wave by wave: each long shell by itself, shorter waves in three groups, along and across. */
final class DisplacementComparisons {
    private static final double LONG = 2 * (1 + 1e-6);
    private static final int GROUPS = 3;

    private DisplacementComparisons() {}

    static List<Comparison> of(Ensemble generated, Reference reference) {
        List<Comparison> out = new ArrayList<>();
        out.add(Comparison.ratio(
                Quantity.DISPLACEMENT,
                "",
                Estimate.meanOf(generated.each(Configuration::meanSquare)),
                series(reference, Configuration::meanSquare)));
        groups(generated.probe().waves()).forEach((name, members) -> {
            boolean isLong = members.get(0).isLong;
            java.util.function.ToDoubleFunction<Configuration> power = c -> mean(c, members);
            out.add(Comparison.ratio(
                    isLong ? Quantity.LONG_WAVES : Quantity.WAVES,
                    name,
                    Estimate.meanOf(generated.each(power)),
                    series(reference, power)));
        });
        return out;
    }

    private record Member(int branch, int amplitudes, boolean isLong) {}

    private static Map<String, List<Member>> groups(WaveShells waves) {
        Map<String, List<Member>> out = new LinkedHashMap<>();
        List<WaveShells.Branch> branches = waves.branches();
        double first = LONG * waves.shortest();
        double last = branches.get(branches.size() - 1).q();
        for (int b = 0; b < branches.size(); b++) {
            WaveShells.Branch branch = branches.get(b);
            boolean isLong = branch.q() <= first;
            String name = isLong ? branch.name() : group(branch, first, last);
            out.computeIfAbsent(name, n -> new ArrayList<>()).add(new Member(b, branch.amplitudes(), isLong));
        }
        return out;
    }

    private static String group(WaveShells.Branch branch, double first, double last) {
        int group = (int) Math.min(GROUPS - 1, GROUPS * (branch.q() - first) / (last - first));
        double width = (last - first) / GROUPS;
        return String.format(
                Locale.ROOT,
                "%.2f-%.2f 1/angstrom %s",
                first + group * width,
                first + (group + 1) * width,
                branch.along() ? "L" : "T");
    }

    private static double mean(Configuration configuration, List<Member> members) {
        double sum = 0;
        double count = 0;
        for (Member member : members) {
            sum += member.amplitudes * configuration.waves()[member.branch];
            count += member.amplitudes;
        }
        return sum / count;
    }

    private static Estimate series(Reference reference, java.util.function.ToDoubleFunction<Configuration> number) {
        return Estimate.meanOf(
                reference.frames().stream().map(f -> f.each(number)).toList());
    }
}
