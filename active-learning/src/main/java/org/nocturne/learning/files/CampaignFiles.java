package org.nocturne.learning.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.core.format.DurableFiles;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.learning.store.StoredFile;

/**
 * The files of one campaign folder. Each is written aside, synced and renamed, so that a name never stands for half a file; the
 * row that names it carries its hash. Paths stay inside the folder.
 */
public final class CampaignFiles {
    private static final String ID = "folder.id";

    private final Path root;

    public CampaignFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    /** What names this folder wherever it is mounted; made at the first call. */
    public String id() {
        Path file = root.resolve(ID);
        if (!Files.exists(file)) {
            writeText(ID, UUID.randomUUID() + "\n");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if the path leads out of the campaign folder */
    public Path resolve(String relative) {
        Path path = root.resolve(relative).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException(relative + " leads out of the campaign folder " + root);
        }
        return path;
    }

    public StoredFile writeFrames(String relative, List<XyzFrame> frames) {
        return writeAside(relative, aside -> ExtendedXyz.write(frames, aside));
    }

    public StoredFile writeText(String relative, String text) {
        return writeAside(relative, aside -> Files.writeString(aside, text, StandardCharsets.UTF_8));
    }

    public StoredFile writeBytes(String relative, byte[] bytes) {
        return writeAside(relative, aside -> Files.write(aside, bytes));
    }

    /** Packs a folder of this one; see {@link WorkArchive}. */
    public StoredFile writePacked(String relative, Path folder) {
        return writeAside(relative, aside -> WorkArchive.write(folder, aside));
    }

    /**
     * The frames of a file.
     *
     * @throws ChangedFileException if the file is not what was recorded
     */
    public List<XyzFrame> readFrames(StoredFile file) {
        try {
            return ExtendedXyz.read(checked(file));
        } catch (IOException e) {
            throw new UncheckedIOException(resolve(file.path()) + ": " + e.getMessage(), e);
        }
    }

    /** The text of a file, checked like {@link #readFrames}. */
    public String readText(StoredFile file) {
        try {
            return Files.readString(checked(file));
        } catch (IOException e) {
            throw new UncheckedIOException(resolve(file.path()) + ": " + e.getMessage(), e);
        }
    }

    /**
     * The place of a file that is what was recorded.
     *
     * @throws ChangedFileException if it is not
     */
    public Path verified(StoredFile file) {
        try {
            return checked(file);
        } catch (IOException e) {
            throw new UncheckedIOException(resolve(file.path()) + ": " + e.getMessage(), e);
        }
    }

    private Path checked(StoredFile file) throws IOException {
        Path path = resolve(file.path());
        String found = Files.exists(path) ? Sha256.of(path) : "no file";
        if (!found.equals(file.sha256())) {
            throw new ChangedFileException(path, file.sha256(), found);
        }
        return path;
    }

    private interface Writing {
        void to(Path aside) throws IOException;
    }

    private StoredFile writeAside(String relative, Writing writing) {
        Path target = resolve(relative);
        Path aside = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            writing.to(aside);
            DurableFiles.sync(aside);
            String hash = Sha256.of(aside);
            CrashPoint.FILE_ASIDE.reached();
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.sync(Objects.requireNonNull(target.getParent()));
            CrashPoint.FILE_RENAMED.reached();
            return new StoredFile(relative, hash);
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be written: " + e.getMessage(), e);
        }
    }
}
