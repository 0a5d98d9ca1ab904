package dev.lakelight.dbutils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

class TaskValuesUtilsTest {

    private final TaskValuesUtils inJob = new TaskValuesUtils(new OneTask());
    private final TaskValuesUtils outside = new TaskValuesUtils(TaskValueScope.NONE);

    static Stream<Object> values() {
        return Stream.of("text", 12, 1.5, true, List.of(1, "a"), Map.of("a", List.of(1)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void givesBackWhatATaskHasSet(Object value) {
        inJob.set("key", value);

        assertThat(inJob.get("load", "key")).isEqualTo(value);
        assertThat(inJob.get("load", "key", "default")).isEqualTo(value);
        assertThat(inJob.get("load", "key", "default", "debug")).isEqualTo(value);
    }

    @Test
    void takesTheDefaultInAJobAndTheDebugValueOutside() {
        assertThat(inJob.get("load", "none", "default")).isEqualTo("default");
        assertThat(inJob.get("load", "none", "default", "debug")).isEqualTo("default");
        assertThat(outside.get("load", "none", "default", "debug")).isEqualTo("debug");
    }

    @Test
    void doesNothingWhenAValueIsSetOutsideOfAJob() {
        outside.set("key", 1);

        assertThat(outside.get("load", "key", null)).isNull();
    }

    @Test
    void takesScalasCollectionsAndJson() {
        inJob.set("scala", CollectionConverters.asScala(Arrays.asList(1, null)).toSeq());
        inJob.setJson("json", "{\"a\": 1}");

        assertThat(inJob.get("load", "scala")).isEqualTo(Arrays.asList(1, null));
        assertThat(inJob.getJson("load", "json").head()).isEqualTo("{\"a\": 1}");
        assertThat(inJob.getJson("load", "none").isEmpty()).isTrue();
        assertThat(inJob.get("load", "none", Option.apply("default"), Option.empty()))
                .isEqualTo("default");
        assertThat(outside.get("load", "none", Option.empty(), Option.apply("debug")))
                .isEqualTo("debug");
    }

    @Test
    void needsADebugValueOutsideOfAJob() {
        assertThatThrownBy(() -> outside.get("load", "rows", "default", (Object) null))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("Pass a default and a debugValue.");
    }

    @Test
    void saysWhyAValueIsMissing() {
        assertThatThrownBy(() -> inJob.get("clean", "rows"))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no task value 'rows' of the task 'clean': the task 'clean' has not set it."
                        + " Set it there, let the task 'load' depend on it, or pass a default.");
        assertThatThrownBy(() -> outside.get("clean", "rows"))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no task value 'rows' of the task 'clean': the notebook is not run by a job."
                        + " Pass a default and a debugValue.");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> inJob.set("key", Arrays.asList(1, new Object())))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("The task value 'key' cannot be written as JSON: ")
                .hasMessageEndingWith(" Pass text, numbers, lists or maps of them.");
    }

    /** The scope of a task 'load'. */
    private static final class OneTask implements TaskValueScope {

        private final Map<String, String> values = new ConcurrentHashMap<>();

        @Override
        public boolean inJob() {
            return true;
        }

        @Override
        public @Nullable String task() {
            return "load";
        }

        @Override
        public void set(String key, String json) {
            values.put(key, json);
        }

        @Override
        public Optional<String> find(String task, String key) {
            return task.equals("load") ? Optional.ofNullable(values.get(key)) : Optional.empty();
        }
    }
}
