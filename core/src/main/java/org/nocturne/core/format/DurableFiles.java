package org.nocturne.core.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What has to be on the disk before something else may rely on it. */
public final class DurableFiles {
    private DurableFiles() {}

    /** Returns when the content of a file, or the names in a folder, have reached the disk, as far as the disk tells the truth. */
    public static void sync(Path path) throws IOException {
        StandardOpenOption how = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
