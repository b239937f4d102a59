package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.spectrum.PatternAxis;

/**
 * What is looked for.
 *
 * @param file spectrum of two or three columns: q or two-theta, intensity, standard error
 * @param axis what its first column is: q, q-nm or two-theta; null: what the file says, else q
 * @param wavelengthAngstrom of two-theta; null: what the file says
 * @param radiation xray or neutron
 * @param kind powder (a crystal's pattern), structure-factor (a liquid's or glass's S(q)) or cluster
 * @param temperatureK at which it was measured
 * @param fwhm of the instrument's resolution in 1/angstrom
 * @param adjust none, scale, or scale-and-background
 * @param rMaxAngstrom pairs up to here count, for a structure factor
 * @param qMin first q that is compared, 1/angstrom
 * @param qMax last q that is compared, 1/angstrom
 * @param remark said of the target in the report, such as its citation
 * @param synthetic whether it was computed; the report says so in its headline
 */
public record TargetConfig(
        @JsonProperty("file") String file,
        @JsonProperty("axis") @Nullable String axis,
        @JsonProperty("wavelength") @Nullable Double wavelengthAngstrom,
        @JsonProperty("radiation") String radiation,
        @JsonProperty("kind") String kind,
        @JsonProperty("temperature-K") Double temperatureK,
        @JsonProperty("resolution-fwhm") Double fwhm,
        @JsonProperty("adjust") String adjust,
        @JsonProperty("r-max") @Nullable Double rMaxAngstrom,
        @JsonProperty("q-min") Double qMin,
        @JsonProperty("q-max") Double qMax,
        @JsonProperty("remark") @Nullable String remark,
        @JsonProperty("synthetic") Boolean synthetic) {

    public TargetConfig {
        Wanted.present("file", file, "a spectrum file");
        if (axis != null) {
            Wanted.oneOf("axis", axis, List.of("q", "q-nm", "two-theta"));
        }
        if (wavelengthAngstrom != null) {
            Wanted.above("wavelength", wavelengthAngstrom, 0, "angstrom");
        }
        Wanted.oneOf(
                "radiation", Wanted.present("radiation", radiation, "xray or neutron"), List.of("xray", "neutron"));
        Wanted.oneOf(
                "kind",
                Wanted.present("kind", kind, "powder, structure-factor or cluster"),
                List.of("powder", "structure-factor", "cluster"));
        Wanted.above(
                "temperature-K", Wanted.present("temperature-K", temperatureK, "the temperature in kelvin"), 0, "K");
        adjust = Wanted.orElse(adjust, kind.equals("powder") ? "scale-and-background" : "none");
        Wanted.oneOf("adjust", adjust, List.of("none", "scale", "scale-and-background"));
        fwhm = Wanted.orElse(fwhm, 0.0);
        if (kind.equals("powder")) {
            Wanted.above("resolution-fwhm", fwhm, 0, "1/angstrom");
        }
        synthetic = Wanted.orElse(synthetic, false);
        qMin = Wanted.orElse(qMin, 0.0);
        qMax = Wanted.orElse(qMax, Double.MAX_VALUE);
    }

    /** What the campaign file says of the first column. */
    public SpectrumFile.Said said() {
        PatternAxis known = axis == null ? null : PatternAxis.ofWord(axis).orElseThrow();
        return new SpectrumFile.Said(known, wavelengthAngstrom);
    }
}
