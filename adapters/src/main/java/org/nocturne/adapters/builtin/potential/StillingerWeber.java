package org.nocturne.adapters.builtin.potential;

import java.util.List;
import java.util.stream.Collectors;
import org.nocturne.core.structure.Element;

/**
 * The potential of Stillinger and Weber, Phys. Rev. B 31, 5262 (1985), in the form that LAMMPS gives it for several elements:
 *
 * <pre>
 * E = sum_{i<j} A e [B (s/r)^p - (s/r)^q] exp(s / (r - a s))
 *   + sum_i sum_{j<k} l_ijk e_ijk (cos t_jik - cos t0_ijk)^2 exp(g s / (r_ij - a s)) exp(g s / (r_ik - a s))
 * </pre>
 */
public final class StillingerWeber implements Potential {
    /** Silicon as the paper has it, epsilon in eV: 2.1683, with which the crystal has its measured cohesive energy. */
    public static final String SILICON = """
            # Stillinger and Weber, Phys. Rev. B 31, 5262 (1985); UNITS: metal
            Si Si Si 2.1683 2.0951 1.80 21.0 1.20 -0.333333333333 7.049556277 0.6022245584 4.0 0.0 0.0
            """;

    private final List<SwEntry> entries;
    private final double cutoff;

    private StillingerWeber(List<SwEntry> entries) {
        this.entries = entries;
        this.cutoff = entries.stream()
                .filter(SwEntry::isPair)
                .mapToDouble(SwEntry::cutoff)
                .max()
                .orElse(0);
        if (!(cutoff > 0)) {
            throw new IllegalArgumentException("no entry such as Si Si Si has a range above 0");
        }
    }

    /**
     * From the text of a parameter file of LAMMPS' {@code pair_style sw}.
     *
     * @throws IllegalArgumentException if it cannot be read so
     */
    public static StillingerWeber ofLammpsFile(String text) {
        return new StillingerWeber(SwFile.parse(text));
    }

    @Override
    public double cutoffAngstrom() {
        return cutoff;
    }

    @Override
    public Interactions among(List<Element> species) {
        List<Element> kinds = species.stream().distinct().toList();
        int n = kinds.size();
        SwEntry[] table = new SwEntry[n * n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    table[(i * n + j) * n + k] = entry(kinds.get(i), kinds.get(j), kinds.get(k));
                }
                requireSymmetric(entry(kinds.get(i), kinds.get(j), kinds.get(j)));
            }
        }
        return new SwInteractions(
                table, species.stream().mapToInt(kinds::indexOf).toArray(), n);
    }

    private void requireSymmetric(SwEntry pair) {
        Element second = pair.second();
        SwEntry other = entry(second, pair.first(), pair.first());
        if (!pair.hasSamePairAs(other)) {
            throw new IllegalArgumentException("Stillinger-Weber entries " + pair.triplet() + " and " + other.triplet()
                    + " differ in their two-body parameters; they must be the same");
        }
    }

    private SwEntry entry(Element first, Element second, Element third) {
        return entries.stream()
                .filter(e -> e.first() == first && e.second() == second && e.third() == third)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the Stillinger-Weber parameters have no entry "
                        + first.symbol() + " " + second.symbol() + " " + third.symbol() + "; they have "
                        + entries.stream().map(SwEntry::triplet).collect(Collectors.joining(", "))));
    }
}
