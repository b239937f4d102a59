package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Element;

class TablesTest {
    @Test
    void forward_scattering_counts_the_electrons_of_every_element_from_h_to_u() {
        for (int z = 1; z <= 92; z++) {
            Element element = Element.ofAtomicNumber(z);
            assertThat(WaasmaierKirfel.formFactor(element, 0))
                    .as(element.symbol())
                    .isCloseTo(z, within(Math.max(0.01, 0.0015 * z)));
        }
    }

    @Test
    void the_table_agrees_with_the_shared_rows() throws IOException {
        for (String line : Files.readAllLines(DebyeReference.file("form-factors-waasmaier-kirfel.txt"))) {
            String[] words = line.split("\\s+", -1);
            double q = 7.3;
            double f = Double.parseDouble(words[11]);
            for (int k = 1; k < 11; k += 2) {
                f += Double.parseDouble(words[k])
                        * Math.exp(-Double.parseDouble(words[k + 1]) * Math.pow(q / (4 * Math.PI), 2));
            }
            Element element = Element.ofSymbol(words[0]).orElseThrow();
            assertThat(WaasmaierKirfel.formFactor(element, q)).as(words[0]).isEqualTo(f, within(1e-12));
        }
    }

    /** The sum of electrons decreases with q, as any atomic charge cloud's does where the fit holds. */
    @Test
    void form_factors_fall_with_q() {
        for (Element element : new Element[] {Element.H, Element.O, Element.NA, Element.SI, Element.CU, Element.AU}) {
            double before = WaasmaierKirfel.formFactor(element, 0);
            for (double q = 0.5; q <= 20; q += 0.5) {
                double f = WaasmaierKirfel.formFactor(element, q);
                assertThat(f).as("%s at %s", element, q).isBetween(0.0, before);
                before = f;
            }
        }
    }

    @Test
    void neutron_lengths_are_sears_1992() {
        assertThat(NeutronLengths.coherentFm(Element.SI)).isEqualTo(4.1491);
        assertThat(NeutronLengths.coherentFm(Element.H)).isEqualTo(-3.7390);
        assertThat(NeutronLengths.coherentFm(Element.NA)).isEqualTo(3.63);
        assertThat(ScatteringAmplitude.of(Radiation.NEUTRON).at(Element.O, 12)).isEqualTo(5.803);
    }

    @Test
    void a_missing_element_is_named_together_with_its_table() {
        assertThatThrownBy(() -> WaasmaierKirfel.formFactor(Element.PU, 1))
                .hasMessage("Pu is not in the table of X-ray form factors (Waasmaier and Kirfel 1995, H to U)");
        assertThatThrownBy(() -> NeutronLengths.coherentFm(Element.RN))
                .hasMessage("Rn is not in the table of neutron coherent scattering lengths (Sears 1992)");
        assertThat(WaasmaierKirfel.has(Element.PU)).isFalse();
        assertThat(NeutronLengths.has(Element.SI)).isTrue();
    }
}
