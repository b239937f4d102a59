package org.nocturne.routes.cli.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Coordination;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.generator.variant.Bonds;

/**
 * A variant at the bottom of its basin, beside its parent.
 *
 * @param number from 1
 * @param parent id of the quench
 * @param energyOverParentEv eV per atom
 * @param newBonds share of its bonds that its (tiled) parent lacks
 * @param betweenCopies share of the bonds of one copy that another lacks, mean over all pairs of copies; 0 for one copy
 * @param fourfold share of the atoms that have four bonds
 */
record Variant(
        int number,
        String parent,
        InherentStructure inherent,
        double energyOverParentEv,
        double newBonds,
        double betweenCopies,
        double fourfold) {

    static Variant of(
            int number, String parent, InherentStructure of, Structure tiled, InherentStructure found, double bond) {
        int n = of.structure().size();
        Bonds before = Bonds.of(tiled, bond);
        List<Bonds> copies = Bonds.ofCopies(found.structure(), n, bond);
        return new Variant(
                number,
                parent,
                found,
                found.energyEv() / found.structure().size() - of.energyEv() / n,
                Bonds.of(found.structure(), bond).shareNotIn(before),
                Bonds.shareBetween(copies),
                Coordination.of(found.structure(), bond).share(4));
    }

    XyzFrame frame(double sigmaAngstrom, String method) {
        Map<String, XyzValue> info = new LinkedHashMap<>();
        info.put("energy", new XyzValue.Real(inherent.energyEv()));
        info.put("method", new XyzValue.Text(method));
        info.put("number", new XyzValue.Whole(number));
        info.put("parent", new XyzValue.Text(parent));
        info.put("sigma_angstrom", new XyzValue.Real(sigmaAngstrom));
        info.put("energy_over_parent", new XyzValue.Real(energyOverParentEv));
        info.put("new_bonds", new XyzValue.Real(newBonds));
        info.put("bonds_between_copies", new XyzValue.Real(betweenCopies));
        return new XyzFrame(inherent.structure(), info, Map.of());
    }
}
