package org.nocturne.adapters.contract;

import static org.nocturne.adapters.contract.Bench.close;
import static org.nocturne.adapters.contract.Bench.expect;
import static org.nocturne.adapters.contract.Bench.result;

import java.io.IOException;
import java.util.List;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Tasks that move atoms; a code need not have them all. */
final class MotionChecks {
    private static final long SEED = 7;

    private MotionChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("minimisation goes down to small forces", MotionChecks::minimise),
                new Check("a relax step gives a thermal frame above its inherent structure", MotionChecks::relax),
                new Check("a replica gives the frames and energies asked for", MotionChecks::replica),
                new Check("a quench gives a thermal frame above its inherent structure", MotionChecks::quench));
    }

    private static void minimise(Bench bench) throws IOException {
        Task task = new Task.MinimiseTask(bench.sample(), Minimisation.TIGHT);
        bench.needs(task);
        InherentStructure found =
                result(Result.Minimised.class, bench.run(task, "minimise")).inherent();
        double start = bench.labelled(bench.sample(), "start").energyEv();
        expect(found.energyEv() < start, "the energy went from " + start + " to " + found.energyEv() + " eV");
        expect(
                found.maxForceEvPerAngstrom() < bench.subject().minimisedForceEvPerAngstrom(),
                "the largest force is " + found.maxForceEvPerAngstrom() + " eV/angstrom; at most "
                        + bench.subject().minimisedForceEvPerAngstrom() + " is wanted");
        expect(found.structure().species().equals(bench.sample().species()), "the species have changed");
        close(
                bench.labelled(found.structure(), "end").energyEv(),
                found.energyEv(),
                bench.perCell(),
                "label of the minimised structure against its energy");
    }

    private static void relax(Bench bench) throws IOException {
        Task task = new Task.RelaxTask(bench.sample(), Kelvin.of(300), 50, Minimisation.TIGHT, SEED);
        bench.needs(task);
        Result.Relaxed relaxed = result(Result.Relaxed.class, bench.run(task, "relax"));
        double thermal = relaxed.thermal().label().energyEv();
        expect(
                relaxed.inherent().energyEv() < thermal,
                "the inherent structure is at " + relaxed.inherent().energyEv() + " eV, the thermal frame at "
                        + thermal);
        expect(relaxed.temperatureReachedK() > 0, "the temperature reached is " + relaxed.temperatureReachedK());
        close(
                bench.labelled(relaxed.thermal().structure(), "thermal").energyEv(),
                thermal,
                bench.perCell(),
                "label of the thermal frame against its energy");
    }

    private static void replica(Bench bench) throws IOException {
        Kelvin warm = Kelvin.of(300);
        Task task = new Task.ReplicaTask(bench.sample(), warm, warm, 20, 3, 10, 5, SEED);
        bench.needs(task);
        Result.Sampled sampled = result(Result.Sampled.class, bench.run(task, "replica"));
        expect(sampled.frames().size() == 3, sampled.frames().size() + " frames; 3 were asked for");
        expect(
                sampled.energiesEv().length == sampled.temperaturesK().length && sampled.energiesEv().length >= 3,
                sampled.energiesEv().length + " energies and " + sampled.temperaturesK().length + " temperatures");
        close(
                bench.labelled(sampled.last(), "last").energyEv(),
                sampled.frames().get(2).label().energyEv(),
                bench.perCell(),
                "label of the last frame against its energy");
    }

    private static void quench(Bench bench) throws IOException {
        Task task = new Task.QuenchTask(
                bench.sample(), Kelvin.of(1500), 0.05, Kelvin.of(300), 20_000, Minimisation.TIGHT, SEED);
        bench.needs(task);
        Result.Quenched quenched = result(Result.Quenched.class, bench.run(task, "quench"));
        double thermal = quenched.thermal().label().energyEv();
        expect(
                quenched.inherent().energyEv() < thermal,
                "the inherent structure is at " + quenched.inherent().energyEv() + " eV, the thermal frame at "
                        + thermal);
        expect(
                quenched.thermal().temperature().equals(Kelvin.of(300)),
                "it ends at " + quenched.thermal().temperature());
        expect(quenched.melted().species().equals(bench.sample().species()), "the species have changed");
        close(
                bench.labelled(quenched.thermal().structure(), "thermal").energyEv(),
                thermal,
                bench.perCell(),
                "label of the thermal frame against its energy");
    }
}
