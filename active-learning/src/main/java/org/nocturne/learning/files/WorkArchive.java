package org.nocturne.learning.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * A directory in one compressed tar archive, as {@code tar xzf} unpacks it: plain files, folders and links with their times and
 * permissions, under the name of the directory. Gzip at its fastest, since every machine has it and the calculations want the processor.
 */
public final class WorkArchive {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int EXECUTABLE = 0100755;
    private static final int PLAIN = 0100644;

    private WorkArchive() {}

    /**
     * Packs, then reads back what was packed.
     *
     * @throws IOException if it cannot be written, if there is something that is neither file nor folder nor link, or if what is read back is
     *     not what lies in the directory
     */
    public static void write(Path dir, Path archive) throws IOException {
        Map<String, Long> packed = pack(dir, archive);
        if (!packed.equals(sums(archive))) {
            throw new IOException(archive + " does not hold what lies in " + dir);
        }
    }

    /** Size of the files of a directory, bytes. */
    public static long bytes(Path dir) throws IOException {
        long sum = 0;
        for (Path path : inside(dir)) {
            sum += Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Files.size(path) : 0;
        }
        return sum;
    }

    private static Map<String, Long> pack(Path dir, Path archive) throws IOException {
        GzipParameters fast = new GzipParameters();
        fast.setCompressionLevel(Deflater.BEST_SPEED);
        Map<String, Long> sums = new HashMap<>();
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive));
                TarArchiveOutputStream tar =
                        new TarArchiveOutputStream(new GzipCompressorOutputStream(file, fast), UTF_8)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Path path : inside(dir)) {
                String name = dir.getFileName() + "/" + dir.relativize(path);
                if (Files.isSymbolicLink(path)) {
                    link(tar, path, name);
                } else if (Files.isDirectory(path)) {
                    tar.putArchiveEntry(new TarArchiveEntry(path, name + "/"));
                    tar.closeArchiveEntry();
                } else if (Files.isRegularFile(path)) {
                    sums.put(name, file(tar, path, name));
                } else {
                    throw new IOException(path + " is neither file nor folder nor link");
                }
            }
        }
        return sums;
    }

    private static List<Path> inside(Path dir) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(path -> !path.equals(dir)).sorted().toList();
        }
    }

    private static void link(TarArchiveOutputStream tar, Path path, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(Files.readSymbolicLink(path).toString());
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static long file(TarArchiveOutputStream tar, Path path, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path, name);
        Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(path);
        entry.setMode(allowed.contains(PosixFilePermission.OWNER_EXECUTE) ? EXECUTABLE : PLAIN);
        tar.putArchiveEntry(entry);
        try (CheckedInputStream in = checked(Files.newInputStream(path))) {
            in.transferTo(tar);
            tar.closeArchiveEntry();
            return in.getChecksum().getValue();
        }
    }

    private static Map<String, Long> sums(Path archive) throws IOException {
        Map<String, Long> sums = new HashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))), UTF_8)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && !entry.isSymbolicLink()) {
                    CheckedInputStream in = checked(tar);
                    in.transferTo(OutputStream.nullOutputStream());
                    sums.put(entry.getName(), in.getChecksum().getValue());
                }
            }
        }
        return sums;
    }

    private static CheckedInputStream checked(InputStream in) {
        return new CheckedInputStream(in, new CRC32());
    }
}
