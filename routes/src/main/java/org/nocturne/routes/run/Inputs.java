package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.format.StructureReader;
import org.nocturne.core.port.Observable;
import org.nocturne.core.spectrum.PatternKind;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.spectrum.Target;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
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

/** What a campaign file names, opened and checked before anything is written: target, structure, codes, observable, plan. */
public record Inputs(
        CampaignConfig config,
        Target target,
        Structure start,
        Code code,
        Optional<AuditInputs> audit,
        Observable observable,
        TargetComparison comparison,
        CampaignPlan plan) {

    /**
     * Opens everything that the file names.
     *
     * @throws RuntimeException of a kind that names file, line, what was found and what is wanted
     */
    public static Inputs open(ConfigReader.Read read) {
        CampaignConfig config = read.config();
        Target target = target(config.target(), read.resolve(config.target().file()));
        Structure unit = unit(read);
        List<Integer> repeat = config.structure().repeat();
        Structure start = unit.repeated(repeat.get(0), repeat.get(1), repeat.get(2));
        Code code = OpenedCode.own(read, start);
        Optional<AuditInputs> audit = AuditInputs.open(read, start, unit, code.method());
        PatternSettings settings = settings(config.target(), target, start, read.file());
        Observable observable = Patterns.observable(settings);
        TargetComparison comparison = new TargetComparison(target, adjustment(config.target()));
        CampaignPlan plan = PlanOfConfig.of(config, audit.map(AuditInputs::plan));
        return new Inputs(config, target, start, code, audit, observable, comparison, plan);
    }

    private static Target target(TargetConfig config, Path file) {
        return new Target(
                file.getFileName().toString(),
                within(SpectrumFile.read(file, config.said()), config, file),
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

    /** What the structure file holds, as large as the campaign has found its cell. */
    private static Structure unit(ConfigReader.Read read) {
        Path file = read.resolve(read.config().structure().file());
        try {
            Structure given = StructureReader.first(file);
            requireCell(read, given);
            Double factor = read.config().structure().edgeFactor();
            return factor == null ? given : given.scaled(factor);
        } catch (IOException e) {
            throw new ConfigException(file, "cannot be read: " + e.getMessage());
        }
    }

    /** Only a cluster may stand in vacuum. */
    private static void requireCell(ConfigReader.Read read, Structure given) {
        String kind = read.config().target().kind();
        if (!given.cell().isFullyPeriodic() && !kind.equals("cluster")) {
            throw read.problem(
                    "structure.file",
                    "structure.file is '" + read.config().structure().file()
                            + "', which has no cell that is periodic in all three directions; target.kind " + kind
                            + " wants one");
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
