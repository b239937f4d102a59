package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.ForcesException;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.generator.thermal.Corrected;
import org.nocturne.generator.thermal.CorrectedProposer;
import org.nocturne.generator.thermal.ThermalProposer;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.routes.config.CorrectionConfig;
import org.nocturne.routes.run.CodeForces;
import org.nocturne.routes.run.Corrections;

/** Thermal structures one by one, corrected or as they are drawn. */
public final class Draws implements AutoCloseable {
    private final ThermalProposer thermal;
    private final Optional<CorrectedProposer> corrected;
    private final Optional<Method> method;
    private final String how;

    /** One structure, and what its correction tells. */
    public record Draw(
            Structure structure,
            double[] displacementsAngstrom,
            Kelvin temperature,
            Optional<Corrected> corrected,
            Optional<Method> method,
            String how) {

        /** Where the forces of the correction came with one, eV per cell. */
        public OptionalDouble energyEv() {
            return corrected.isPresent()
                            && Double.isFinite(corrected.get().evaluation().energyEv())
                    ? OptionalDouble.of(corrected.get().evaluation().energyEv())
                    : OptionalDouble.empty();
        }

        /** With energy and forces where a code gave them. */
        XyzFrame frame(Map<String, XyzValue> info) {
            Map<String, XyzValue> all = new LinkedHashMap<>(info);
            if (corrected.isEmpty()) {
                return new XyzFrame(structure, all, Map.of());
            }
            all.put("correction", new XyzValue.Text(how));
            all.put("capped_share", new XyzValue.Real(corrected.get().cappedShare()));
            corrected.get().acceptance().ifPresent(a -> all.put("acceptance", new XyzValue.Real(a)));
            if (method.isEmpty()) {
                return new XyzFrame(structure, all, Map.of());
            }
            Forces.Evaluation evaluation = corrected.get().evaluation();
            Label label = new Label(evaluation.energyEv(), evaluation.forcesEvPerAngstrom(), new double[0]);
            XyzFrame labelled = FrameCodec.encode(new Frame(structure, temperature, label), method.get());
            labelled.info().forEach(all::putIfAbsent);
            return new XyzFrame(structure, all, labelled.arrays());
        }
    }

    private Draws(ThermalProposer thermal, Optional<CorrectedProposer> corrected, Optional<Method> method, String how) {
        this.thermal = thermal;
        this.corrected = corrected;
        this.method = method;
        this.how = how;
    }

    /** @throws IllegalArgumentException if the model's force is asked for and it has no network */
    public static Draws of(ThermalProposer thermal, ModelFolder folder, CorrectionConfig how, Optional<Code> code) {
        if (how.isOn() && code.isEmpty() && folder.manifest().network() == null) {
            throw new IllegalArgumentException("--forces is model, but " + folder.folder()
                    + " holds a linear force alone, from which samples are drawn already; it would correct nothing: wanted"
                    + " is --forces code, or a model with a network");
        }
        Function<Kelvin, Forces> open = code.<Function<Kelvin, Forces>>map(c -> t -> codeForces(c, thermal.inherent(t)))
                .orElse(t -> thermal.forcesOf(
                        folder.openNetwork(ExecutionDevice.best(1)).orElseThrow(), t));
        return new Draws(
                thermal,
                Corrections.of(how).map(correction -> new CorrectedProposer(thermal, correction, open)),
                code.map(Code::method),
                how.method() + "-" + how.steps());
    }

    /** @throws ForcesException naming the temperature, if a structure there could not be corrected */
    public Draw next(Kelvin temperature, RandomGenerator random) {
        Optional<Corrected> found = corrected.map(c -> corrected(c, temperature, random));
        double[] u =
                found.map(Corrected::displacementsAngstrom).orElseGet(() -> thermal.displacements(temperature, random));
        return new Draw(thermal.inherent(temperature).displaced(u), u, temperature, found, method, how);
    }

    private static Corrected corrected(CorrectedProposer proposer, Kelvin temperature, RandomGenerator random) {
        try {
            return proposer.draw(temperature, random);
        } catch (ForcesException e) {
            throw new ForcesException(
                    e.why(), "a structure at " + temperature + " could not be corrected: " + e.getMessage());
        }
    }

    /** Mean square displacement of an atom before any correction, square angstrom. */
    double meanSquare(Kelvin temperature) {
        return thermal.meanSquare(temperature);
    }

    @Override
    public void close() {
        corrected.ifPresent(CorrectedProposer::close);
    }

    private static Forces codeForces(Code code, Structure inherent) {
        try {
            Path scratch = Files.createTempDirectory("nocturne-forces-");
            return CodeForces.open(code, inherent, scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for the forces: " + e.getMessage(), e);
        }
    }
}
