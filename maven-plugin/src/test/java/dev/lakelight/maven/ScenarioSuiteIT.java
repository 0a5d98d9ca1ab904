package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scenarios in surefire, which finds tests by class only: a class stands for a folder of them. */
class ScenarioSuiteIT {

    @Test
    void letsSurefireRunEachScenarioOfAFolderAsATest() {
        ItProject project = ItProject.copyOf("scenario-suite", "failing");
        Map<String, String> files = project.filesOutsideTarget();

        ItBuild build = ItBuild.run(project, "test");

        assertThat(build.log())
                .contains("Tests run: 3, Failures: 1, Errors: 0, Skipped: 0")
                .contains("  SalesScenariosTest.keeps orders without an amount [src/test/lakelight/sales/orders.yml:14]"
                        + " silver.orders differs from the expected rows: 1 missing");
        assertThat(project.read("target/surefire-reports/TEST-it.SalesScenariosTest.xml"))
                .contains(
                        testCase("makes an empty table of no orders"),
                        testCase("keeps orders with an amount"),
                        testCase("keeps orders without an amount"));
        assertThat(build.exitCode()).isNotZero();
        assertThat(project.filesOutsideTarget()).isEqualTo(files);
        build.assertNothingIsLeftBehind();
    }

    private static String testCase(String name) {
        return "<testcase name=\"%s\" classname=\"it.SalesScenariosTest\"".formatted(name);
    }
}
