package org.nocturne.adapters.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeContract;
import org.nocturne.core.structure.Structure;

/** A code that takes many structures in one run holds the contract of every code, one by one and together. */
class BatchContractTest extends CodeContract {
    private static Codes.KnownCode wells(Path campaignDir) {
        Path file = campaignDir.resolve("adapters/wells.yaml");
        try (var in = BatchContractTest.class.getResourceAsStream("/batch/wells.yaml")) {
            Files.createDirectories(file.getParent());
            Files.write(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Codes.near(campaignDir).find("wells").orElseThrow();
    }

    @Override
    protected Code subject(Path campaignDir) {
        return wells(campaignDir).open(Map.of(), campaignDir);
    }

    @Override
    protected Structure sample() {
        return wells(dir).provider().sample().orElseThrow().structure();
    }
}
