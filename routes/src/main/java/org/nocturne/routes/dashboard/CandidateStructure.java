package org.nocturne.routes.dashboard;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.nocturne.core.format.CifFile;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;

/** A structure of a candidate as a file, to be drawn or to be taken along. */
final class CandidateStructure {
    private CandidateStructure() {}

    /**
     * Its text: extended XYZ as it lies in the campaign folder and as it was recorded, or a CIF made of it.
     *
     * @throws IllegalArgumentException as a CIF, if it is no crystal
     */
    static String text(Seen seen, Query query) {
        int id = CandidateView.id(query);
        String which = query.text("which");
        String format = query.text("format");
        StoredFile file = file(seen, id, which);
        CampaignFiles files = new CampaignFiles(seen.dir());
        return switch (format) {
            case "", "extxyz" -> files.readText(file);
            case "cif" -> cif(files, file, Subject.candidate(id).name() + "_" + which);
            default -> throw new IllegalArgumentException("format names no format; wanted is extxyz or cif");
        };
    }

    private static StoredFile file(Seen seen, int id, String which) {
        return seen.store().inTransaction(tx -> {
            var candidate = tx.candidates().find(id).orElseThrow(() -> CandidateView.missing(id));
            StoredFile found =
                    switch (which) {
                        case "proposal" -> candidate.proposal();
                        case "inherent" -> candidate.inherent();
                        case "thermal" ->
                            tx.frames().of(Subject.candidate(id)).stream()
                                    .reduce((older, newer) -> newer)
                                    .map(LabelledFrame::file)
                                    .orElse(null);
                        default ->
                            throw new IllegalArgumentException(
                                    "which names no structure; wanted is proposal, thermal or inherent");
                    };
            if (found == null) {
                throw new NoSuchElementException(Subject.candidate(id).name() + " has no " + which + " structure yet");
            }
            return found;
        });
    }

    private static String cif(CampaignFiles files, StoredFile file, String name) {
        StringWriter text = new StringWriter();
        try (BufferedWriter out = new BufferedWriter(text)) {
            CifFile.write(files.readFrames(file).get(0), name, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not take what is written", e);
        }
        return text.toString();
    }
}
