package dev.lakelight.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioSchemaTest {

    private final JsonNode tree = ScenarioSchema.source();
    private final JsonSchema schema = ScenarioSchema.load();

    @ParameterizedTest
    @MethodSource("dev.lakelight.scenario.ScenarioExample#accepted()")
    void acceptsWhatTheReaderAccepts(ScenarioExample example) {
        assertThat(validate(example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("structurallyWrong")
    void refusesAWrongStructure(ScenarioExample example) {
        assertThat(validate(example)).isNotEmpty();
    }

    static Stream<ScenarioExample> structurallyWrong() {
        return ScenarioExample.refused().filter(ScenarioExample::structural);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheKeysOfTheReader(Shape shape) {
        JsonNode definition = definition(shape);

        assertThat(names(definition.path("properties"))).containsExactlyElementsOf(shape.keys());
        assertThat(definition.path("required"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(shape.required());
        assertThat(definition.path("additionalProperties").asText()).isEqualTo("false");
    }

    @Test
    void describesEveryProperty() {
        List<String> undescribed = tree.findValues("properties").stream()
                .flatMap(properties -> properties.properties().stream())
                .filter(property ->
                        property.getValue().path("description").asText().isBlank())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(tree.findValues("properties")).hasSizeGreaterThan(8);
        assertThat(undescribed).isEmpty();
    }

    @Test
    void isAValidSchemaItself() {
        JsonSchema metaSchema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(SchemaLocation.of(JsonSchemaFactory.checkVersion(SpecVersion.VersionFlag.V7)
                        .getInstance()
                        .getIri()));

        assertThat(metaSchema.validate(tree)).isEmpty();
    }

    private JsonNode definition(Shape shape) {
        JsonNode definitions = tree.path("definitions");
        return switch (shape) {
            case FILE -> tree;
            case CONFIGURATION -> definitions.path("configuration");
            case FIXTURE -> definitions.path("fixture");
            case SECRET -> definitions.path("secret");
            case SCENARIO -> definitions.path("scenario");
            case NOTEBOOK_TEST -> definitions.path("notebookTest");
            case GIVEN -> definitions.path("given");
            case GIVEN_OF_TEST -> definitions.path("givenOfTest");
            case GIVEN_TABLE -> definitions.path("givenTable");
            case STEP -> definitions.path("step");
            case ONLY_STEP -> definitions.path("onlyStep");
            case THEN -> definitions.path("then");
            case EXPECTED_TABLE -> definitions.path("expectedTable");
            case COMPARE -> definitions.path("compare");
            case EXPECTED_FILES -> definitions.path("expectedFiles");
        };
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private Set<ValidationMessage> validate(ScenarioExample example) {
        return schema.validate(ScenarioSchema.tree(example.yaml()));
    }
}
