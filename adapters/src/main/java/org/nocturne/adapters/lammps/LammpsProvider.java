package org.nocturne.adapters.lammps;

import java.nio.file.Path;
import java.util.Map;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeProvider;

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

    @Override
    public Code open(Map<String, Object> settings, Path campaignDir) {
        LammpsSettings read = LammpsSettings.of(settings, campaignDir);
        LammpsProgram program = LammpsProgram.ask(read.command());
        program.requirePairStyle(read.pairStyle(), read.command());
        return new Lammps(read, program.version());
    }
}
