package dev.lakelight.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The architecture chapter is true of the classes. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lakelight");

    private static final Rooms ROOMS = Rooms.ofGuide();

    @Test
    void seesTheClassesOfEveryRoom() {
        assertThat(ROOMS.byName().values())
                .as("rooms without a class")
                .allSatisfy(room -> assertThat(CLASSES)
                        .as(room.name())
                        .anyMatch(type -> room.packages().contains(type.getPackageName())));
    }

    @Test
    void listsEveryPackage() {
        TreeSet<String> found = CLASSES.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ROOMS.packages()).containsExactlyElementsOf(found);
    }

    @Test
    void keepsEachPackageInItsRoom() {
        classes().should(lieInTheirRoom()).check(CLASSES);
    }

    @Test
    void usesOnlyRoomsThatAreAllowed() {
        classes().should(useOnlyAllowedRooms()).check(CLASSES);
    }

    @Test
    void hasNoPackageCycles() {
        slices().matching("dev.lakelight.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    static Stream<List<String>> libraries() {
        return Chapter.named("12-architecture.md").table("Library").rows().stream();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void usesALibraryOnlyWhereTheTableSaysSo(List<String> row) {
        String library = row.get(1);
        String[] places = Arrays.stream(row.get(2).split(", ")).toArray(String[]::new);

        noClasses()
                .that(describe("lie outside of " + row.get(2), type -> !isIn(type, places)))
                .should()
                .dependOnClassesThat(resideInAPackage(library + ".."))
                .check(CLASSES);
        assertThat(CLASSES)
                .as("classes that use %s at all", library)
                .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith(library)));
    }

    @Test
    void printsOnlyWhereTheChapterSaysSo() {
        List<String> printing =
                Chapter.named("12-architecture.md").table("Class that prints").column("Class that prints");

        noClasses()
                .that(describe("are not listed", type -> !printing.contains(type.getFullName())))
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    private static boolean isIn(JavaClass type, String... places) {
        return ROOMS.ofPackage(type.getPackageName()).stream()
                .anyMatch(room -> Arrays.stream(places)
                        .anyMatch(place -> place.equals(room.name()) || place.equals(type.getPackageName())));
    }

    private static ArchCondition<JavaClass> lieInTheirRoom() {
        return new ArchCondition<>("lie in the room of their package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String uri = type.getSource().map(Source::getUri).orElseThrow().toString();
                boolean right = ROOMS.ofPackage(type.getPackageName()).stream().anyMatch(room -> room.holds(uri));
                events.add(new SimpleConditionEvent(type, right, type.getFullName() + " lies in " + uri));
            }
        };
    }

    private static ArchCondition<JavaClass> useOnlyAllowedRooms() {
        return new ArchCondition<>("use only their own room and those that it may use") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                CLASSES.contain(dependency.getTargetClass().getName()))
                        .forEach(dependency -> events.add(new SimpleConditionEvent(
                                type, ROOMS.mayUse(type, dependency.getTargetClass()), dependency.getDescription())));
            }
        };
    }
}
