package org.nocturne.adapters.script;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.format.ExtendedXyzReader;
import org.nocturne.core.format.FormatException;
import org.nocturne.core.format.XyzFrame;

/**
 * The frames that a run has published, as far as they can be read.
 *
 * @param problem with the first file that is not whole; empty where all are
 */
record PublishedFrames(List<XyzFrame> frames, Optional<String> problem) {

    static PublishedFrames in(Path workDir, String pattern) throws IOException {
        List<XyzFrame> frames = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<Path> files = RunFiles.matching(pattern, workDir);
        for (Path file : files) {
            List<XyzFrame> ofFile = new ArrayList<>();
            try (ExtendedXyzReader reader = new ExtendedXyzReader(file)) {
                for (Optional<XyzFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                    ofFile.add(frame.get());
                }
                if (!ofFile.isEmpty() && !endsWithItsLine(file)) {
                    ofFile.remove(ofFile.size() - 1); // its last number may have lost digits
                    problems.add(file.getFileName() + " ends in the middle of a line");
                }
            } catch (FormatException | java.nio.charset.CharacterCodingException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
            frames.addAll(ofFile);
        }
        if (files.isEmpty()) {
            problems.add(pattern + " is not there");
        }
        return new PublishedFrames(frames, problems.stream().findFirst());
    }

    private static boolean endsWithItsLine(Path file) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
            raw.seek(raw.length() - 1);
            return raw.read() == '\n';
        }
    }
}
