package dev.lakelight.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {

    private final Configuration small = configuration("small", 3);
    private final Configuration late = configuration("late-data", 7);

    @Test
    void findsAConfigurationByItsName() {
        Configurations configurations = Configurations.of(List.of(small, late));

        assertThat(configurations.named("late-data")).isSameAs(late);
        assertThat(configurations.names()).containsExactly("small", "late-data");
    }

    @Test
    void namesTheKnownOnesWhenAConfigurationIsUnknown() {
        Configurations configurations = Configurations.of(List.of(small, late));

        assertThatThrownBy(() -> configurations.named("smal"))
                .isInstanceOf(UserError.class)
                .hasMessage("Unknown configuration 'smal'. Declared are: late-data, small. Perhaps you mean 'small'.");
    }

    @Test
    void saysSoWhenThereIsNoConfigurationAtAll() {
        Configurations none = Configurations.of(List.of());

        assertThatThrownBy(() -> none.named("small"))
                .hasMessage("Unknown configuration 'small': no configuration is declared.");
    }

    @Test
    void refusesTwoOfOneName() {
        List<Configuration> twice = List.of(small, configuration("small", 9));

        assertThatThrownBy(() -> Configurations.of(twice))
                .isInstanceOf(UserError.class)
                .hasMessage("Two configurations have the name 'small': one at a.yml:3, one at a.yml:9."
                        + " Rename one of them.");
    }

    private static Configuration configuration(String name, int line) {
        return new Configuration(name, Map.of(), Map.of(), List.of(), List.of(), new SourceLocation("a.yml", line));
    }
}
