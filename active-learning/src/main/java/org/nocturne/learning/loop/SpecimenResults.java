package org.nocturne.learning.loop;

import java.util.List;
import java.util.Optional;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Step;
import org.nocturne.learning.audit.ForceDifference;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.SpecimenTable.By;
import org.nocturne.learning.store.SpecimenTable.SpecimenLabel;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;

/** What is kept of an answer about a specimen: labels that are compared with each other, and with nothing else. */
final class SpecimenResults {
    private final Store store;
    private final CampaignFiles files;

    SpecimenResults(Store store, CampaignFiles files) {
        this.store = store;
        this.files = files;
    }

    /** Writes the files of an answer, and says what is to be committed of it. */
    Recorder.Keep of(Job job, Method method, Result result) {
        Specimen specimen = store.inTransaction(
                tx -> tx.specimens().find(job.subject().id()).orElseThrow());
        if (result instanceof Result.Sampled sampled) {
            return sampled(specimen, job, method, sampled);
        }
        Label label = ((Result.Labelled) result).label();
        return job.step() == Step.AUDIT
                ? audited(specimen, job, method, label)
                : labelled(specimen, job, method, label);
    }

    /** The frame of a small cell comes with the label of the code that made it. */
    private Recorder.Keep sampled(Specimen specimen, Job job, Method method, Result.Sampled sampled) {
        Frame frame = sampled.frames().get(0);
        StoredFile file = write(specimen, frame.structure(), frame.label(), method);
        return (tx, fields) -> {
            tx.specimens().sampled(specimen.id(), file);
            tx.specimens()
                    .label(
                            specimen.id(),
                            By.OWN,
                            method,
                            job.id(),
                            frame.label().energyEv(),
                            file);
            tx.jobs().enqueue(specimen.subject(), Step.AUDIT);
            fields.number("U", "%.6feV/atom", perAtom(frame.structure(), frame.label()))
                    .number("Treached", "%.1fK", Recorder.mean(sampled.temperaturesK()));
        };
    }

    private Recorder.Keep labelled(Specimen specimen, Job job, Method method, Label label) {
        Structure structure = structure(specimen);
        StoredFile file = write(specimen, structure, label, method);
        return (tx, fields) -> {
            tx.specimens().label(specimen.id(), By.OWN, method, job.id(), label.energyEv(), file);
            tx.jobs().enqueue(specimen.subject(), Step.AUDIT);
            fields.number("U", "%.6feV/atom", perAtom(structure, label));
        };
    }

    private Recorder.Keep audited(Specimen specimen, Job job, Method method, Label label) {
        Structure structure = structure(specimen);
        StoredFile file = write(specimen, structure, label, method);
        Optional<SpecimenLabel> own = store.inTransaction(tx -> tx.specimens().label(specimen.id(), By.OWN));
        double[] ownForces = FrameCodec.decode(
                        files.readFrames(own.orElseThrow().file()).get(0))
                .label()
                .forcesEvPerAngstrom();
        ForceDifference difference = ForceDifference.of(ownForces, label.forcesEvPerAngstrom(), specimen.compared());
        return (tx, fields) -> {
            tx.specimens().label(specimen.id(), By.SECOND, method, job.id(), label.energyEv(), file);
            fields.number("U", "%.6feV/atom", perAtom(structure, label)).number("dF", "%.2eeV/A", difference.rms());
        };
    }

    private StoredFile write(Specimen specimen, Structure structure, Label label, Method method) {
        return files.writeFrames(
                "specimens/" + specimen.subject().name() + "." + method.id() + ".extxyz",
                List.of(FrameCodec.encode(new Frame(structure, specimen.temperature(), label), method)));
    }

    private Structure structure(Specimen specimen) {
        return files.readFrames(specimen.file()).get(0).structure();
    }

    private static double perAtom(Structure structure, Label label) {
        return label.energyEv() / structure.size();
    }
}
