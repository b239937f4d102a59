package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.learning.files.FrameCodec;

/** Frames of a set in motion with the bottoms below them, labelled by one code, and what is said of them. */
record JudgedMotion(
        ThermalState state,
        List<Structure> bottoms,
        double[] bottomsEv,
        List<List<Structure>> frames,
        List<List<Label>> labels) {

    /**
     * @param own labels all of it, whatever moved it
     * @param frames of each structure
     * @param bottoms one for each structure
     */
    static JudgedMotion of(
            String name,
            RefineJudgement judge,
            Code own,
            SetInMotion moving,
            List<List<Structure>> frames,
            List<Structure> bottoms) {
        List<List<Label>> labels = new ArrayList<>();
        double[] bottomsEv = new double[bottoms.size()];
        for (int a = 0; a < bottomsEv.length; a++) {
            labels.add(moving.labels(own, frames.get(a)));
            bottomsEv[a] = moving.labels(own, List.of(bottoms.get(a))).get(0).energyEv();
        }
        ThermalState state = ThermalState.of(name, judge, bottoms, bottomsEv, frames, labels);
        return new JudgedMotion(state, bottoms, bottomsEv, frames, labels);
    }

    /** Extended XYZ; nothing where no file is asked for. */
    void write(@Nullable Path framesFile, @Nullable Path bottomsFile, Kelvin temperature, Method method)
            throws IOException {
        RefinedFiles.write(bottomsFile, bottoms, bottomsEv);
        if (framesFile == null) {
            return;
        }
        try (FrameFile file = new FrameFile(framesFile)) {
            for (int a = 0; a < bottomsEv.length; a++) {
                for (int k = 0; k < frames.get(a).size(); k++) {
                    Frame labelled = new Frame(
                            frames.get(a).get(k), temperature, labels.get(a).get(k));
                    XyzFrame bare = FrameCodec.encode(labelled, method);
                    Map<String, XyzValue> info = new LinkedHashMap<>(bare.info());
                    info.put("structure", new XyzValue.Whole(a + 1));
                    file.write(new XyzFrame(bare.structure(), info, bare.arrays()));
                }
            }
            file.publish();
        }
    }
}
