package org.nocturne.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    private static final String BROKEN = "org.nocturne.arch.broken";

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(new OfTheHouse()).importPackages("org.nocturne");
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(BROKEN);

    private static final HouseRules RULES = new HouseRules("org.nocturne");
    private static final HouseRules RULES_OF_THE_BROKEN = new HouseRules(BROKEN);

    static Stream<String> names() {
        return RULES.byName().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void holds(String rule) {
        RULES.byName().get(rule).check(HOUSE);
    }

    @Test
    void the_scan_has_seen_the_house() {
        Map<String, Long> classesPerRoom = HOUSE.stream()
                .filter(c -> !c.isNestedClass())
                .collect(Collectors.groupingBy(
                        c -> c.getPackageName()
                                .replaceFirst("^org\\.nocturne\\.?", "")
                                .replaceFirst("\\..*", ""),
                        TreeMap::new,
                        Collectors.counting()));

        assertThat(classesPerRoom.keySet()).containsExactly("adapters", "core", "generator", "learning", "routes");
        // Close below what there is: a room that drops out of the scan cannot pass.
        assertThat(classesPerRoom.get("core")).isGreaterThan(50);
        assertThat(classesPerRoom.get("generator")).isGreaterThan(55);
        assertThat(classesPerRoom.get("adapters")).isGreaterThan(28);
        assertThat(classesPerRoom.get("learning")).isGreaterThan(55);
        assertThat(classesPerRoom.get("routes")).isGreaterThan(25);
    }

    /** Each rule, and a class that breaks it. */
    @ParameterizedTest
    @CsvSource({
        "core knows no other room,                  core.KnowsTheGenerator",
        "generator knows only core,                 generator.KnowsAnAdapter",
        "adapters know only core,                   adapters.KnowsTheStore",
        "active-learning knows only core,           learning.KnowsTheGenerator",
        "adapters know no spectra and no models,    adapters.KnowsASpectrum",
        "adapters know no spectra and no models,    adapters.KnowsAModel",
        "only routes know Camel,                    core.KnowsCamel",
        "only routes know Camel,                    learning.KnowsCamel",
        "only the store and the schedule know SQL,  core.KnowsSql",
        "only the store and the schedule know SQL,  routes.KnowsJdbi",
        "only the store and the schedule know SQL,  learning.KnowsFlyway",
        "only the store and the schedule know SQL,  learning.KnowsHikari",
        "only generator.neural knows ONNX Runtime,  generator.KnowsOnnxRuntime",
        "only learning.train knows libtorch,        learning.KnowsLibtorch",
        "only the schedule knows Quartz,            routes.KnowsQuartz",
        "only the schedule knows Quartz,            routes.config.SchedulesItself",
        "only adapters.launch starts processes,     adapters.StartsAProcess",
        "only adapters.launch starts processes,     core.ExecutesACommand",
        "only routes.cli ends the JVM,              routes.EndsTheJvm",
        "only routes.cli ends the JVM,              generator.HaltsTheJvm",
        "nobody logs through java.util.logging,     core.LogsPastTheLog",
        "rooms have no cycles,                      core.KnowsTheGenerator",
        "packages have no cycles,                   generator.left.Left",
        "packages are null-marked,                  core.unmarked.SaysNothingOfNull",
    })
    void fails_when_broken(String rule, String offender) {
        assertThat(RULES_OF_THE_BROKEN
                        .byName()
                        .get(rule)
                        .evaluate(OFFENDERS)
                        .getFailureReport()
                        .getDetails())
                .as(rule)
                .anyMatch(line -> line.contains(BROKEN + "." + offender));
    }

    @Test
    void every_rule_is_shown_to_fail() throws Exception {
        CsvSource shown = HouseRulesTest.class
                .getDeclaredMethod("fails_when_broken", String.class, String.class)
                .getAnnotation(CsvSource.class);
        Set<String> rules = Stream.of(shown.value())
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());

        assertThat(rules).isEqualTo(RULES.byName().keySet());
    }

    @Test
    void an_empty_scan_does_not_pass() {
        JavaClasses nothing = new ClassFileImporter().importPackages("org.nocturne.nowhere");

        assertThat(RULES.byName()).allSatisfy((name, rule) -> assertThatThrownBy(() -> rule.check(nothing))
                .isInstanceOf(AssertionError.class));
    }
}
