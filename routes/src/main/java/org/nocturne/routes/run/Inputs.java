package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.CorrectableCode;
import org.nocturne.adapters.script.Codes;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.port.Observable;
import org.nocturne.core.spectrum.PatternKind;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.spectrum.Target;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Task;
import org.nocturne.generator.misfit.Adjustment;
import org.nocturne.generator.misfit.TargetComparison;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Resolution;
import org.nocturne.generator.scattering.ScatteringMethod;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.config.TargetConfig;

/** What a campaign file names, opened and checked before anything is written: target, structure, code, observable, plan. */
public record Inputs(
        CampaignConfig config,
        Target target,
        Structure start,
        Code code,
        Observable observable,
        TargetComparison comparison,
        CampaignPlan plan) {

    /** What the loop asks of a code. */
    private static final List<Class<? extends Task>> NEEDED =
            List.of(Task.LabelTask.class, Task.MinimiseTask.class, Task.RelaxTask.class, Task.ReplicaTask.class);

    /**
     * Opens everything that the file names.
     *
     * @throws RuntimeException of a kind that names file, line, what was found and what is wanted
     */
    public static Inputs open(ConfigReader.Read read) {
        CampaignConfig config = read.config();
        Target target = target(config.target(), read.resolve(config.target().file()));
        Structure start = structure(read);
        Code code = code(read, start);
        PatternSettings settings = settings(config.target(), target, start, read.file());
        Observable observable = Patterns.observable(settings);
        TargetComparison comparison = new TargetComparison(target, adjustment(config.target()));
        return new Inputs(config, target, start, code, observable, comparison, PlanOfConfig.of(config));
    }

    private static Target target(TargetConfig config, Path file) {
        return new Target(
                file.getFileName().toString(),
                within(SpectrumFile.read(file), config, file),
                Radiation.valueOf(config.radiation().toUpperCase(Locale.ROOT)),
                kind(config),
                Kelvin.of(config.temperatureK()));
    }

    private static PatternKind kind(TargetConfig config) {
        return PatternKind.valueOf(config.kind().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Adjustment adjustment(TargetConfig config) {
        return Adjustment.valueOf(config.adjust().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Spectrum within(Spectrum all, TargetConfig config, Path file) {
        long kept = Arrays.stream(all.qPerAngstrom())
                .filter(q -> q >= config.qMin() && q <= config.qMax())
                .count();
        if (kept < 3) {
            throw new ConfigException(
                    file,
                    "has " + kept + " points between q " + config.qMin() + " and " + config.qMax()
                            + " 1/angstrom; at least 3 are wanted");
        }
        return all.within(config.qMin(), config.qMax());
    }

    private static Structure structure(ConfigReader.Read read) {
        Path file = read.resolve(read.config().structure().file());
        List<Integer> repeat = read.config().structure().repeat();
        try {
            Structure unit = ExtendedXyz.readFirst(file).structure();
            Structure given = unit.repeated(repeat.get(0), repeat.get(1), repeat.get(2));
            Double factor = read.config().structure().edgeFactor();
            return factor == null ? given : given.scaled(factor);
        } catch (IOException e) {
            throw new ConfigException(file, "cannot be read: " + e.getMessage());
        }
    }

    private static Code code(ConfigReader.Read read, Structure start) {
        String name = read.config().code().name();
        Codes codes = Codes.near(read.resolve("."));
        Codes.KnownCode found = codes.find(name)
                .orElseThrow(
                        () -> read.problem("code.name", "code.name is '" + name + "'; known are " + codes.names()));
        try {
            CorrectableCode code = found.open(read.config().code().settings(), read.resolve("."));
            code.requireCorrectable();
            for (Class<? extends Task> task : NEEDED) {
                if (!code.expresses(task)) {
                    throw read.problem(
                            "code.name",
                            "code.name is '" + name + "', which has no " + task.getSimpleName()
                                    + "; a campaign needs a code that can label, minimise, relax and run replicas");
                }
            }
            TrialInputs.require(code, start);
            return code;
        } catch (CodeSettingsException e) {
            String message = String.valueOf(e.getMessage());
            Matcher setting = Pattern.compile("^[\\w-]+\\.([\\w-]+)\\b").matcher(message);
            throw setting.find()
                    ? read.problem("code.settings." + setting.group(1), "code.settings: " + message)
                    : read.problem("code.name", "code: " + message);
        }
    }

    private static PatternSettings settings(TargetConfig config, Target target, Structure start, Path file) {
        double[] q = target.spectrum().qPerAngstrom();
        return switch (target.kind()) {
            case POWDER -> PatternSettings.crystal(target.radiation(), Resolution.constantFwhm(config.fwhm()), q);
            case CLUSTER ->
                PatternSettings.cluster(target.radiation(), q)
                        .withMethod(ScatteringMethod.BINNED)
                        .withResolution(Resolution.constantFwhm(config.fwhm()));
            case STRUCTURE_FACTOR -> {
                double half = start.cell().halfSmallestHeight();
                double rMax = config.rMaxAngstrom() == null ? half : config.rMaxAngstrom();
                if (rMax > half) {
                    throw new ConfigException(
                            file,
                            String.format(
                                    Locale.ROOT,
                                    "target.r-max is %s angstrom; it must not be above half the cell, %.3f angstrom",
                                    rMax,
                                    half));
                }
                yield PatternSettings.disordered(target.radiation(), rMax, q);
            }
        };
    }
}
