package org.nocturne.learning.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.Transaction;

/** Goes through the structures of a campaign in the order in which they were stored, file after file, each checked by its hash. */
public final class CampaignExport {
    private final CampaignFiles files;
    private final Map<Integer, Candidate> candidates;
    private final Map<Integer, String> states;
    private final List<LabelledFrame> frames;
    private @Nullable StoredFile opened;
    private List<XyzFrame> content = List.of();

    /** Reads the rows, in one transaction; the structures stay in their files. */
    public CampaignExport(Store store, CampaignFiles files) {
        this.files = files;
        record Rows(List<Candidate> candidates, Map<Integer, String> states, List<LabelledFrame> frames) {}
        Rows rows = store.inTransaction(
                tx -> new Rows(tx.candidates().all(), tx.candidates().states(), labelled(tx)));
        candidates = rows.candidates().stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        states = rows.states();
        frames = rows.frames();
    }

    private static List<LabelledFrame> labelled(Transaction tx) {
        List<LabelledFrame> out = new ArrayList<>();
        for (Role role : Role.values()) {
            out.addAll(tx.frames().of(role));
        }
        return out;
    }

    /**
     * Hands over what is selected.
     *
     * @return how many structures that were
     * @throws org.nocturne.learning.files.ChangedFileException if a file is not what was recorded
     */
    public int writeTo(FrameSink sink, Selection selection) throws IOException {
        return switch (selection.kind()) {
            case FRAME -> writeFrames(sink, selection);
            case INHERENT, PROPOSAL -> writeCandidates(sink, selection);
        };
    }

    /** What there is, for a person whose selection met nothing. */
    public String inWords() {
        String roles = frames.stream()
                .collect(Collectors.groupingBy(f -> f.role().word(), TreeMap::new, Collectors.counting()))
                .toString();
        String temperatures = frames.stream()
                .map(f -> f.temperature().toString())
                .distinct()
                .sorted()
                .toList()
                .toString();
        String rounds = candidates.values().stream()
                .map(Candidate::round)
                .distinct()
                .sorted()
                .toList()
                .toString();
        return "labelled frames by role " + roles + ", at " + temperatures + "; candidates of rounds " + rounds
                + " by state "
                + states.values().stream().collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
    }

    private int writeFrames(FrameSink sink, Selection selection) throws IOException {
        int count = 0;
        for (LabelledFrame row : frames) {
            boolean ofCandidate = row.subject().kind() == Subject.Kind.CANDIDATE;
            Candidate candidate = ofCandidate ? candidates.get(row.subject().id()) : null;
            String state = candidate == null ? null : states.get(candidate.id());
            boolean wanted = selection.wants(row.role())
                    && selection.wants(row.temperature().value())
                    && (candidate == null
                            ? selection.wantsReplicas()
                            : selection.wants(candidate.round(), String.valueOf(state)));
            if (wanted) {
                sink.add(new ExportedFrame(
                        selection.kind(),
                        row.subject().name(),
                        row.role().word(),
                        row.ordinal(),
                        candidate == null ? null : Integer.valueOf(candidate.round()),
                        state,
                        row.temperature(),
                        row.methodId(),
                        row.energyEv(),
                        frame(row)));
                count++;
            }
        }
        return count;
    }

    /** A candidate's file holds its one frame, a replica's all of them. */
    private XyzFrame frame(LabelledFrame row) {
        if (!row.file().equals(opened)) {
            content = files.readFrames(row.file());
            opened = row.file();
        }
        return content.get(content.size() == 1 ? 0 : row.ordinal());
    }

    private int writeCandidates(FrameSink sink, Selection selection) throws IOException {
        int count = 0;
        for (Candidate candidate : candidates.values().stream()
                .sorted(Comparator.comparing(Candidate::id))
                .toList()) {
            boolean proposal = selection.kind() == Selection.Kind.PROPOSAL;
            StoredFile file = proposal ? candidate.proposal() : candidate.inherent();
            String state = String.valueOf(states.get(candidate.id()));
            boolean wanted = file != null
                    && selection.wants(Role.CANDIDATE)
                    && selection.wants(candidate.temperature().value())
                    && selection.wants(candidate.round(), state);
            if (wanted && file != null) {
                sink.add(new ExportedFrame(
                        selection.kind(),
                        Subject.candidate(candidate.id()).name(),
                        Role.CANDIDATE.word(),
                        0,
                        candidate.round(),
                        state,
                        candidate.temperature(),
                        null,
                        proposal ? candidate.proposalEnergyEv() : candidate.inherentEnergyEv(),
                        files.readFrames(file).get(0)));
                count++;
            }
        }
        return count;
    }
}
