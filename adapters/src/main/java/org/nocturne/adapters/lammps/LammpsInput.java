package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.nocturne.adapters.ProgramSeed;
import org.nocturne.adapters.RunSteps;
import org.nocturne.core.format.LammpsBox;
import org.nocturne.core.format.LammpsDataFile;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Task;

/**
 * Writes a script and a data file that can be run again by hand with {@code lmp -in in.lammps}.
 *
 * <p>Two LAMMPS matters shape the scripts. A Langevin fix adds its force after the potential's, and dumps would hold the sum; so
 * {@code fix store/force} stands before it and keeps the potential's force, which the dumps of a running trajectory take. And
 * pressure holds the kinetic part; so stress is {@code compute pressure NULL virial}.
 */
final class LammpsInput {
    static final String SCRIPT = "in.lammps";
    static final String DATA = "start.lammps-data";
    static final String LOG = "log.lammps";
    static final String MARK = "NOCTURNE";
    static final String FINAL_DUMP = "final.dump";
    static final String THERMAL_DUMP = "thermal.dump";
    static final String FRAMES_DUMP = "frames.dump";
    static final String MELT_DUMP = "melt.dump";

    static final String PRECISION = "sort id format float %.17g";

    private final LammpsSettings settings;
    private final StringBuilder script = new StringBuilder();

    LammpsInput(LammpsSettings settings) {
        this.settings = settings;
    }

    void write(Task task, String token, Path workDir) throws IOException {
        for (String old : List.of(LOG, FINAL_DUMP, THERMAL_DUMP, FRAMES_DUMP, MELT_DUMP)) {
            Files.deleteIfExists(workDir.resolve(old));
        }
        writeSystem(task.start(), workDir);
        Files.writeString(workDir.resolve(SCRIPT), script(task, token));
    }

    /** Atoms and potential files: what the script's first lines read. */
    void writeSystem(Structure start, Path workDir) throws IOException {
        LammpsDataFile.write(start, elements(start), workDir.resolve(DATA));
        for (Path file : settings.files()) {
            Path link = workDir.resolve(file.getFileName());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, file);
        }
        if (settings.added().isPresent()) {
            AddedPairs.write(settings.added().get(), workDir.resolve(AddedPairs.FILE));
        }
    }

    /** The lines that set up a structure and its potential, and nothing more. */
    String systemScript(Structure start) {
        script.setLength(0);
        system(start);
        return script.toString();
    }

    String script(Task task, String token) {
        script.setLength(0);
        line("print '%s %s BEGIN'", MARK, token);
        system(task.start());
        if (task instanceof Task.LabelTask) {
            label();
        } else if (task instanceof Task.MinimiseTask minimise) {
            minimise(minimise.minimisation());
        } else if (task instanceof Task.RelaxTask relax) {
            relax(relax);
        } else if (task instanceof Task.ReplicaTask replica) {
            replica(replica);
        } else if (task instanceof Task.CellTask cell) {
            cell(cell);
        } else if (task instanceof Task.QuenchTask quench) {
            quench(quench);
        }
        line("print '%s %s DONE'", MARK, token);
        return script.toString();
    }

    private List<Element> elements(Structure structure) {
        if (!settings.elements().isEmpty()) {
            return settings.elements();
        }
        List<Element> distinct = structure.distinctSpecies();
        if (distinct.size() > 1) {
            throw new IllegalArgumentException("structure holds " + distinct + ", but neither lammps.elements nor a"
                    + " 'pair_coeff * *' line says which atom type each of them is");
        }
        return distinct;
    }

    private void system(Structure start) {
        LammpsBox box = LammpsBox.of(start);
        line("units metal");
        line("atom_style atomic");
        line("boundary %s", box.boundary());
        if (box.isTilted()) {
            line("box tilt large");
        }
        line("read_data %s", DATA);
        pair(start).forEach(this::line);
        settings.skinAngstrom().ifPresent(skin -> line("neighbor %s bin", skin));
        line("neigh_modify every 1 delay 0 check yes");
        line("timestep %s", settings.timestepFs() / 1000);
        line("compute virial all pressure NULL virial");
        line("thermo_style custom step temp pe atoms c_virial[1] c_virial[2] c_virial[3] c_virial[4] c_virial[5]"
                + " c_virial[6]");
        line("thermo_modify format float %.17g lost error flush yes");
    }

    private List<String> pair(Structure start) {
        return settings.added()
                .map(added -> AddedPairs.lines(settings.pair(), added, elements(start)))
                .orElse(settings.pair());
    }

    private void label() {
        line("run 0");
        dump(FINAL_DUMP);
    }

    private void minimise(Minimisation minimisation) {
        line("thermo 100");
        line("min_style cg");
        line(
                "minimize %s %s %s %s",
                minimisation.energyTolerance(),
                minimisation.forceToleranceEvPerAngstrom(),
                minimisation.maxIterations(),
                minimisation.maxEvaluations());
        dump(FINAL_DUMP);
    }

    private void relax(Task.RelaxTask task) {
        line("run 0");
        velocities(KineticTemperature.draw(task.temperature(), task.start().size(), task.seed()), task.seed());
        integrate(task.temperature(), task.seed(), 1);
        line("thermo %s", Math.max(1, task.nvtSteps() / 200));
        line("run %s", task.nvtSteps());
        rest();
        dump(THERMAL_DUMP);
        minimise(task.minimisation());
    }

    private void quench(Task.QuenchTask task) {
        long melt = RunSteps.melt(task, settings.timestepFs());
        long cooling = RunSteps.cooling(task, settings.timestepFs());
        velocities(task.melt(), task.seed());
        integrate(task.melt(), task.seed(), 1);
        line("thermo %s", Math.max(1, melt / 100));
        line("run %s", melt);
        dump(MELT_DUMP);
        line("unfix thermostat");
        line("unfix integrate");
        ramp(task.melt(), task.end(), task.seed(), 2);
        line("thermo %s", Math.max(1, cooling / 200));
        line("run %s", cooling);
        rest();
        dump(THERMAL_DUMP);
        minimise(task.minimisation());
    }

    private void replica(Task.ReplicaTask task) {
        velocities(task.heatTo(), task.seed());
        line("fix potential all store/force");
        line("thermo %s", Math.max(1, task.equilibrationSteps() / 100));
        if (!task.heatTo().equals(task.temperature())) {
            integrate(task.heatTo(), task.seed(), 1);
            line("run %s", task.equilibrationSteps());
            line("unfix thermostat");
            line("unfix integrate");
            if (task.coolingKelvinPerPicosecond().isPresent()) {
                ramp(task.heatTo(), task.temperature(), task.seed(), 3);
                line("run %s", RunSteps.cooling(task, settings.timestepFs()));
                line("unfix thermostat");
                line("unfix integrate");
            }
            line("reset_timestep 0");
        }
        integrate(task.temperature(), task.seed(), 2);
        line("run %s", task.equilibrationSteps());
        line("reset_timestep 0");
        line("thermo %s", RunSteps.betweenEnergies(task));
        line(
                "dump frames all custom %s %s id type xu yu zu f_potential[1] f_potential[2] f_potential[3]",
                task.spacingSteps(), FRAMES_DUMP);
        line("dump_modify frames delay %s %s", task.spacingSteps(), PRECISION);
        line("run %s", (long) task.frames() * task.spacingSteps());
        line("undump frames");
    }

    /**
     * The barostat of Martyna, Tobias and Klein with a Langevin thermostat on the atoms alone samples the isothermal-isobaric ensemble
     * (Quigley and Probert, J. Chem. Phys. 120, 11432 (2004)).
     */
    private void cell(Task.CellTask task) {
        double bar = task.pressureEvPerCubicAngstrom() * LammpsResult.BAR_PER_EV_PER_CUBIC_ANGSTROM;
        velocities(task.temperature(), task.seed());
        line("fix integrate all nph iso %s %s %s", bar, bar, settings.barostatDampFs() / 1000);
        thermostat(task.temperature(), task.temperature(), task.seed(), 1);
        line("thermo_style custom step temp pe atoms vol");
        line("thermo_modify format float %.17g lost error flush yes");
        line("thermo %s", Math.max(1, task.equilibrationSteps() / 100));
        line("run %s", task.equilibrationSteps());
        line("reset_timestep 0");
        line("thermo %s", task.spacingSteps());
        line("run %s", (long) task.steps() / task.spacingSteps() * task.spacingSteps());
    }

    private void velocities(Kelvin temperature, long seed) {
        if (temperature.value() <= 0) {
            throw new IllegalArgumentException("molecular dynamics needs a temperature above 0 K");
        }
        line("velocity all create %s %s mom yes dist gaussian", temperature.value(), ProgramSeed.of(seed, 0));
    }

    private void integrate(Kelvin temperature, long seed, int stream) {
        ramp(temperature, temperature, seed, stream);
    }

    /** From one temperature to the other over the whole of the next run. */
    private void ramp(Kelvin from, Kelvin to, long seed, int stream) {
        line("fix integrate all nve");
        thermostat(from, to, seed, stream);
    }

    private void thermostat(Kelvin from, Kelvin to, long seed, int stream) {
        line(
                "fix thermostat all langevin %s %s %s %s zero yes",
                from.value(), to.value(), settings.dampFs() / 1000, ProgramSeed.of(seed, stream));
    }

    /** Energy and forces where the run ended, without the thermostat. */
    private void rest() {
        line("unfix thermostat");
        line("unfix integrate");
        line("run 0");
    }

    private void dump(String file) {
        line("write_dump all custom %s id type xu yu zu fx fy fz modify %s", file, PRECISION);
    }

    private void line(String format, Object... values) {
        script.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
