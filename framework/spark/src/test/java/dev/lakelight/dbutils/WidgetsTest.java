package dev.lakelight.dbutils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WidgetsTest {

    @Test
    @SuppressWarnings("NullAway") // Notebooks may pass null.
    void saysWhatIsNull() {
        WidgetUtils utils = new WidgetUtils(new Widgets(Map.of()));

        assertThatThrownBy(() -> utils.text(null, "x")).hasMessage("The name of a widget is null. Give it a name.");
        assertThatThrownBy(() -> utils.text("day", null))
                .hasMessage("The default value of the widget 'day' is null. Give it a text, such as \"\".");
        assertThatThrownBy(() -> utils.dropdown("day", "x", (List<String>) null))
                .hasMessage("The choices of the widget 'day' are null. Give it a list.");
        assertThat(utils.getAll()).isEmpty();
    }

    @Test
    void passedValuesWinOverDefaultsBeforeAndAfterCreationAndRemoval() {
        Widgets widgets = new Widgets(Map.of("day", "passed"));

        assertThat(widgets.find("day")).contains("passed");
        widgets.create("day", "default");
        assertThat(widgets.find("day")).contains("passed");
        widgets.removeAll();
        assertThat(widgets.find("day")).contains("passed");
    }

    @Test
    void createdWidgetsHaveTheirLatestDefault() {
        Widgets widgets = new Widgets(Map.of());

        widgets.create("env", "dev");
        widgets.create("env", "test");

        assertThat(widgets.find("env")).contains("test");
        widgets.remove("env");
        assertThat(widgets.find("env")).isEmpty();
    }

    @Test
    void valuesHoldDefaultsAndPassedOnes() {
        Widgets widgets = new Widgets(Map.of("day", "passed", "more", "x"));

        widgets.create("env", "dev");
        widgets.create("day", "default");

        assertThat(widgets.values())
                .containsOnly(Map.entry("env", "dev"), Map.entry("day", "passed"), Map.entry("more", "x"));
        assertThat(widgets.names()).containsExactlyInAnyOrder("env", "day", "more");
    }

    @Test
    void remembersWhatNobodyRead() {
        Widgets widgets = new Widgets(Map.of("day", "a", "typo", "b"));

        widgets.create("typo", "c");
        widgets.find("day");

        assertThat(widgets.unread()).containsExactly("typo");
    }

    @Test
    void argumentsOfACalleeAreTakenBackWhereTheCallerHasTheName() {
        Widgets widgets = new Widgets(Map.of("day", "passed"));
        widgets.create("env", "dev");

        Runnable restore = widgets.pass(Map.of("day", "1", "env", "2", "other", "3"));

        assertThat(widgets.values())
                .containsOnly(Map.entry("day", "1"), Map.entry("env", "2"), Map.entry("other", "3"));
        restore.run();
        assertThat(widgets.values())
                .containsOnly(Map.entry("day", "passed"), Map.entry("env", "dev"), Map.entry("other", "3"));
    }

    @Test
    void dropdownsHaveTheirDefaultAmongTheChoices() {
        WidgetUtils utils = new WidgetUtils(new Widgets(Map.of()));

        assertThatThrownBy(() -> utils.dropdown("env", "x", List.of("dev", "prod")))
                .isInstanceOf(UserError.class)
                .hasMessage("The default 'x' of the widget 'env' is none of its choices: dev, prod. Add it to them.");
        utils.combobox("env", "x", List.of("dev", "prod"), "Environment");
        assertThat(utils.getArgument("env")).isEqualTo("x");
        assertThat(utils.getAll()).containsExactly(Map.entry("env", "x"));
    }

    @Test
    void namesWidgetsThatThereAre() {
        WidgetUtils utils = new WidgetUtils(new Widgets(Map.of()));

        assertThatThrownBy(() -> utils.get("env"))
                .isInstanceOf(InputWidgetNotDefined.class)
                .hasMessage(
                        "There is no widget 'env'. The notebook has no widgets."
                                + " Create it with dbutils.widgets.text(\"env\", \"...\"), or pass it as a parameter of the run.");
        assertThat(utils.getArgument("env", "otherwise")).isEqualTo("otherwise");
    }
}
