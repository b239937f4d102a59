package org.nocturne.adapters.builtin;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeProvider;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.ProofSample;

/** Makes the embedded engine known as "builtin". */
public final class BuiltinProvider implements CodeProvider {

    @Override
    public String name() {
        return "builtin";
    }

    @Override
    public String about() {
        return "the embedded engine: Stillinger-Weber and Lennard-Jones, nothing to install";
    }

    @Override
    public String program() {
        return EngineJvm.java();
    }

    /** Silicon, whose parameters it brings along. */
    @Override
    public Optional<ProofSample> sample() {
        Map<String, Object> settings = Map.of("potential", BuiltinSettings.STILLINGER_WEBER);
        return Optional.of(new ProofSample(ProofSample.silicon(), settings, 1e-6, 1e-3));
    }

    @Override
    public Code open(Map<String, Object> settings, Path campaignDir) {
        return new Builtin(BuiltinSettings.of(settings, campaignDir), failures(campaignDir), dir -> dir.toFile()
                .getUsableSpace());
    }

    @Override
    public FailureKnowledge failures(Path campaignDir) {
        return FailureKnowledge.ofResource(name(), BuiltinProvider.class, "builtin-failures.yaml", campaignDir);
    }

    @Override
    public Map<String, Object> defaults() {
        return BuiltinSettings.DEFAULTS;
    }

    /** A smaller step leads to the same ensemble, from nearer; no label knows of it. */
    @Override
    public boolean keepsMethod(String setting, Object before, Object after) {
        return setting.equals(BuiltinSettings.TIMESTEP)
                && before instanceof Number old
                && after instanceof Number now
                && now.doubleValue() < old.doubleValue();
    }
}
