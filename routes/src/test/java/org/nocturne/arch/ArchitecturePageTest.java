package org.nocturne.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitecturePageTest {
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z][A-Za-z]*)[.`(]");
    private static final Set<String> OF_THE_TESTS_AND_OF_OTHERS = Set.of("CodeContract");

    @Test
    void every_class_that_the_page_names_is_there() throws Exception {
        String page = Files.readString(Path.of(System.getProperty("nocturne.root", ".."), "docs/architecture.md"));
        Set<String> named = CLASS_NAME
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.nocturne").stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        there.add(HouseRulesTest.class.getSimpleName());
        there.addAll(OF_THE_TESTS_AND_OF_OTHERS);

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(there).containsAll(named);
    }
}
