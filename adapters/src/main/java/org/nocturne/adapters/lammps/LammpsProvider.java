package org.nocturne.adapters.lammps;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeProvider;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.ProofSample;

/** Makes LAMMPS known as "lammps". */
public final class LammpsProvider implements CodeProvider {

    @Override
    public String name() {
        return "lammps";
    }

    @Override
    public String about() {
        return "classical molecular dynamics with any of its pair styles";
    }

    @Override
    public String program() {
        return "lmp";
    }

    /** Stillinger-Weber silicon, whose parameters come with LAMMPS. */
    @Override
    public Optional<ProofSample> sample() {
        Map<String, Object> settings =
                Map.of("pair", List.of("pair_style sw", "pair_coeff * * Si.sw Si"), "files", List.of("Si.sw"));
        return Optional.of(new ProofSample(ProofSample.silicon(), settings, 1e-6, 1e-3));
    }

    @Override
    public Code open(Map<String, Object> settings, Path campaignDir) {
        LammpsSettings read = LammpsSettings.of(settings, campaignDir);
        LammpsProgram program = LammpsProgram.ask(read.command());
        program.requirePairStyle(read.pairStyle(), read.command());
        return new Lammps(read, program, failures(campaignDir));
    }

    @Override
    public FailureKnowledge failures(Path campaignDir) {
        return FailureKnowledge.ofResource(name(), LammpsProvider.class, "lammps-failures.yaml", campaignDir);
    }

    @Override
    public Map<String, Object> defaults() {
        return LammpsSettings.DEFAULTS;
    }

    /** A smaller step leads to the same ensemble, from nearer; no label knows of it. */
    @Override
    public boolean keepsMethod(String setting, Object before, Object after) {
        return setting.equals(LammpsSettings.TIMESTEP)
                && before instanceof Number old
                && after instanceof Number now
                && now.doubleValue() < old.doubleValue();
    }
}
