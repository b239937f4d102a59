package org.nocturne.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** The rules under their names, for the classes below a root package: {@code org.nocturne}, or a copy of its layout that breaks them. */
final class HouseRules {
    private static final String[] CAMEL = {"org.apache.camel.."};
    private static final String[] SQL = {
        "java.sql..",
        "javax.sql..",
        "org.jdbi..",
        "org.flywaydb..",
        "com.zaxxer.hikari..",
        "org.h2..",
        "org.postgresql..",
        "org.duckdb.."
    };
    private static final String[] ONNX = {"ai.onnxruntime.."};
    private static final String[] TORCH = {"org.bytedeco.."};
    private static final String[] QUARTZ = {"org.quartz.."};

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    Map<String, ArchRule> byName() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("core knows no other room", ignorant("core", "generator", "adapters", "learning", "routes"));
        rules.put("generator knows only core", ignorant("generator", "adapters", "learning", "routes"));
        rules.put("adapters know only core", ignorant("adapters", "generator", "learning", "routes"));
        rules.put("active-learning knows only core", ignorant("learning", "generator", "adapters", "routes"));
        rules.put("adapters know no spectra and no models", ignorant("adapters", "core.spectrum", "core.model"));
        rules.put("only routes know Camel", only("routes", CAMEL));
        rules.put(
                "only the store and the schedule know SQL",
                onlyIn(SQL, "learning.store", "learning.schedule", "learning.export.parquet"));
        rules.put("only generator.neural knows ONNX Runtime", only("generator.neural", ONNX));
        rules.put("only learning.train knows libtorch", only("learning.train", TORCH));
        rules.put("only the schedule knows Quartz", only("learning.schedule", QUARTZ));
        rules.put("only adapters.launch starts processes", processes());
        rules.put("only routes.cli ends the JVM", exits());
        rules.put("nobody logs through java.util.logging", nobody("java.util.logging.."));
        rules.put(
                "rooms have no cycles",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put(
                "packages have no cycles",
                slices().matching(root + ".(**)").should().beFreeOfCycles());
        rules.put("packages are null-marked", nullMarked());
        return rules;
    }

    private ArchRule ignorant(String room, String... others) {
        return noClasses()
                .that(resideInAnyPackage(below(room)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(below(others)));
    }

    private ArchRule only(String room, String... packages) {
        return onlyIn(packages, room);
    }

    private ArchRule onlyIn(String[] packages, String... rooms) {
        return outside(rooms).should().dependOnClassesThat(resideInAnyPackage(packages));
    }

    private ArchRule nobody(String... packages) {
        return noClasses().should().dependOnClassesThat(resideInAnyPackage(packages));
    }

    private ArchRule processes() {
        return outside("adapters.launch")
                .should()
                .dependOnClassesThat(assignableTo(ProcessBuilder.class))
                .orShould()
                .callMethodWhere(calls(Runtime.class, "exec"));
    }

    private ArchRule exits() {
        return outside("routes.cli")
                .should()
                .callMethodWhere(calls(System.class, "exit"))
                .orShould()
                .callMethodWhere(calls(Runtime.class, "exit"))
                .orShould()
                .callMethodWhere(calls(Runtime.class, "halt"));
    }

    private ArchRule nullMarked() {
        return classes()
                .that(not(resideInAnyPackage(root)))
                .should(new ArchCondition<>("lie in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                item, marked, item.getName() + " lies in a package that is not @NullMarked"));
                    }
                });
    }

    private GivenClassesConjunction outside(String... rooms) {
        return noClasses().that(not(resideInAnyPackage(below(rooms))));
    }

    private String[] below(String... rooms) {
        return Arrays.stream(rooms).map(room -> root + "." + room + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaMethodCall> calls(Class<?> type, String method) {
        return target(owner(assignableTo(type))).and(target(name(method))).forSubtype();
    }
}
