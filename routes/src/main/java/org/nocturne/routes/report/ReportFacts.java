package org.nocturne.routes.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nocturne.core.port.Comparison;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.spectrum.Target;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Method;

/**
 * What a report needs and the store does not hold.
 *
 * @param target pattern, radiation, kind and temperature
 * @param targetSource one line on where the target comes from, such as its file and hash
 * @param synthetic whether the target was computed rather than measured
 * @param composition such as "1000 atoms of Si"
 * @param atoms number of atoms in the campaign's cell
 * @param comparison the one that assessed the ensemble
 * @param method of the labels
 * @param slots calculations that could run at the same time
 * @param seed of the campaign, from which every other seed is derived
 * @param software name and version of the program that ran, such as "Nocturne 0.1.0"
 * @param frozenReference the reference made elsewhere by which the ensemble is judged; empty where the campaign made its own
 * @param variants how candidates were made of the library, in words; empty where they are no variants
 * @param caveats further sentences for "What is doubtful", known from the configuration
 */
public record ReportFacts(
        Target target,
        String targetSource,
        boolean synthetic,
        String composition,
        int atoms,
        Comparison comparison,
        Method method,
        int slots,
        long seed,
        String software,
        Optional<String> frozenReference,
        Optional<String> variants,
        List<String> caveats) {

    public ReportFacts {
        if (atoms < 1) {
            throw new IllegalArgumentException("atoms is " + atoms + "; a campaign has at least one");
        }
        caveats = List.copyOf(caveats);
    }

    /**
     * What was asked, in words under their headings.
     *
     * @param added temperatures that a person has added since
     */
    public Map<String, String> asked(List<Kelvin> added) {
        Map<String, String> asked = new LinkedHashMap<>();
        Spectrum spectrum = target.spectrum();
        double[] q = spectrum.qPerAngstrom();
        asked.put(
                "target",
                targetSource + (synthetic ? " (synthetic)" : "") + "; " + q.length + " points from " + q[0] + " to "
                        + q[q.length - 1] + " 1/angstrom");
        asked.put(
                "pattern",
                switch (target.kind()) {
                            case POWDER -> "powder structure factor of a crystal";
                            case STRUCTURE_FACTOR -> "total structure factor of a liquid or glass";
                            case CLUSTER -> "intensity of a finite cluster";
                        }
                        + switch (target.radiation()) {
                            case XRAY -> ", X-rays";
                            case NEUTRON -> ", neutrons";
                        });
        asked.put("temperature", Numbers.fixed(target.temperature().value(), 1) + " K");
        if (!added.isEmpty()) {
            asked.put(
                    "added by a person",
                    added.stream().map(t -> Numbers.fixed(t.value(), 1) + " K").collect(Collectors.joining(", ")));
        }
        asked.put("cell", composition);
        asked.put("labels", method.code() + " " + method.version() + ", " + method.potential());
        return asked;
    }
}
