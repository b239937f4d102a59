package org.nocturne.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocturne.docs.Page;

class ArchitecturePageTest {
    private static final Set<String> NOT_OURS_OR_OF_THE_TESTS =
            Set.of("CodeContract", "CampaignTest", "HouseRulesTest", "IllegalArgumentException", "Treached");

    private static final Set<String> THERE = new ClassFileImporter()
            .withImportOption(new OfTheHouse()).importPackages("org.nocturne").stream()
                    .map(JavaClass::getSimpleName)
                    .collect(Collectors.toSet());

    private static Set<String> namedBy(Page page) {
        return new HashSet<>(page.all("`([A-Z][a-z][A-Za-z]*)[.`(]"));
    }

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_class_that_a_page_names_is_there(Page page) {
        Set<String> missing = namedBy(page);
        missing.removeAll(THERE);
        missing.removeAll(NOT_OURS_OR_OF_THE_TESTS);

        assertThat(missing).isEmpty();
    }

    @Test
    void the_page_on_the_architecture_names_many() {
        assertThat(namedBy(Page.of("docs/architecture.md"))).hasSizeGreaterThan(40);
    }
}
