package org.nocturne.routes.cli.step;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nocturne.core.format.StructureFormat;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.generator.conditioning.Scalar;
import org.nocturne.generator.misfit.Adjustment;
import org.nocturne.generator.scattering.ScatteringMethod;
import org.nocturne.generator.scattering.Window;
import org.nocturne.generator.thermal.Nuclei;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Constants as words on the command line: small letters, hyphens. */
abstract class EnumWord<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] constants;

    @SafeVarargs
    EnumWord(E... constants) {
        this.constants = constants;
    }

    @Override
    public final E convert(String text) {
        for (E constant : constants) {
            if (of(constant).equals(text.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        String words = Arrays.stream(constants).map(EnumWord::of).collect(Collectors.joining(", "));
        throw new TypeConversionException("found '" + text + "'; wanted is one of " + words);
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static final class OfRadiation extends EnumWord<Radiation> {
        OfRadiation() {
            super(Radiation.values());
        }
    }

    static final class OfMethod extends EnumWord<ScatteringMethod> {
        OfMethod() {
            super(ScatteringMethod.values());
        }
    }

    static final class OfWindow extends EnumWord<Window> {
        OfWindow() {
            super(Window.values());
        }
    }

    static final class OfAdjustment extends EnumWord<Adjustment> {
        OfAdjustment() {
            super(Adjustment.values());
        }
    }

    static final class OfScalar extends EnumWord<Scalar> {
        OfScalar() {
            super(Scalar.values());
        }
    }

    static final class OfNuclei extends EnumWord<Nuclei> {
        OfNuclei() {
            super(Nuclei.values());
        }
    }

    static final class OfFormat extends EnumWord<StructureFormat> {
        OfFormat() {
            super(StructureFormat.values());
        }
    }
}
