package org.nocturne.learning.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nocturne.core.work.Label;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.SpecimenTable.By;
import org.nocturne.learning.store.SpecimenTable.SpecimenLabel;

/** Pairs of labels as the store and the files of a campaign hold them. */
public final class LabelPairs {
    private LabelPairs() {}

    /**
     * One for each specimen that both codes have labelled, in their order.
     *
     * @param labels of one transaction with the specimens
     */
    public static List<LabelPair> of(List<Specimen> specimens, List<SpecimenLabel> labels, CampaignFiles files) {
        Map<Integer, Map<By, SpecimenLabel>> bySpecimen = labels.stream()
                .collect(Collectors.groupingBy(
                        SpecimenLabel::specimen, Collectors.toMap(SpecimenLabel::by, label -> label)));
        List<LabelPair> out = new ArrayList<>();
        for (Specimen specimen : specimens) {
            Map<By, SpecimenLabel> both = bySpecimen.getOrDefault(specimen.id(), Map.of());
            SpecimenLabel own = both.get(By.OWN);
            SpecimenLabel second = both.get(By.SECOND);
            if (own != null && second != null) {
                out.add(new LabelPair(specimen, own.method(), read(own, files), second.method(), read(second, files)));
            }
        }
        return out;
    }

    private static Label read(SpecimenLabel label, CampaignFiles files) {
        return FrameCodec.decode(files.readFrames(label.file()).get(0)).label();
    }
}
