package org.nocturne.learning.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.train.TrainingFrame;

/** Labelled frames of one method, read from their files; each file is read once however many frames it holds. */
public final class TrainingData {
    private final Store store;
    private final CampaignFiles files;
    private final Map<String, List<XyzFrame>> opened = new HashMap<>();

    public TrainingData(Store store, CampaignFiles files) {
        this.store = store;
        this.files = files;
    }

    /** Frames of these roles labelled by this method, in the order in which they were stored. */
    public List<LabelledFrame> select(String methodId, Role... roles) {
        List<LabelledFrame> out = new ArrayList<>();
        for (Role role : roles) {
            List<LabelledFrame> all = store.inTransaction(tx -> tx.frames().of(role));
            all.stream().filter(f -> f.methodId().equals(methodId)).forEach(out::add);
        }
        return out;
    }

    public Frame read(LabelledFrame frame) {
        List<XyzFrame> frames = opened.computeIfAbsent(frame.file().path(), path -> files.readFrames(frame.file()));
        return FrameCodec.decode(frames.get(
                frame.subject().kind() == org.nocturne.learning.store.Subject.Kind.REPLICA ? frame.ordinal() : 0));
    }

    public TrainingFrame forTraining(LabelledFrame labelled, Structure inherent) {
        Frame frame = read(labelled);
        return TrainingFrame.of(
                inherent,
                frame.structure(),
                labelled.temperature(),
                frame.label().forcesEvPerAngstrom());
    }

    /** What stands for a set of frames: the hash of their places and of their files' hashes. */
    public static String hash(List<LabelledFrame> frames) {
        StringBuilder text = new StringBuilder();
        for (LabelledFrame frame : frames) {
            text.append(frame.file().sha256())
                    .append(' ')
                    .append(frame.ordinal())
                    .append(' ')
                    .append(frame.methodId())
                    .append('\n');
        }
        return Sha256.of(text.toString());
    }
}
