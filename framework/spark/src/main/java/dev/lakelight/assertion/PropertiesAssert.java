package dev.lakelight.assertion;

import dev.lakelight.delta.TableDefinition;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about the properties of a Delta table, its constraints and its table features. */
public class PropertiesAssert extends AbstractAssert<PropertiesAssert, TableDefinition> {

    private final LakeTableAssert table;

    PropertiesAssert(TableDefinition actual, LakeTableAssert table) {
        super(actual, PropertiesAssert.class);
        this.table = table;
    }

    /**
     * Verify the value of a table property.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT) TBLPROPERTIES (quality = 'silver')");
     *
     * // passes
     * assertThat(lake.table("a")).properties().contains("quality", "silver");
     *
     * // fails and shows all properties
     * assertThat(lake.table("a")).properties().contains("quality", "gold");
     * }</pre>
     *
     * @throws AssertionError when it has another value or is not set
     */
    public PropertiesAssert contains(String name, String value) {
        if (!value.equals(actual.properties().get(name))) {
            throw table.failure(SchemaMessages.otherProperty(table.tableName(), name, value, actual.properties()));
        }

        return this;
    }

    /**
     * Verify that a table property is not set.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT) TBLPROPERTIES (quality = 'silver')");
     *
     * // passes
     * assertThat(lake.table("a")).properties().doesNotContain("owner");
     *
     * // fails
     * assertThat(lake.table("a")).properties().doesNotContain("quality");
     * }</pre>
     *
     * @throws AssertionError when it is
     */
    public PropertiesAssert doesNotContain(String name) {
        @Nullable String value = actual.properties().get(name);

        if (value != null) {
            throw table.failure(SchemaMessages.unexpectedProperty(table.tableName(), name, value));
        }

        return this;
    }

    /**
     * Verify that there is a CHECK constraint.
     *
     * <pre>{@code
     * lake.sql("ALTER TABLE a ADD CONSTRAINT positive CHECK (id > 0)");
     *
     * // passes
     * assertThat(lake.table("a")).properties().hasConstraint("positive", "id > 0");
     *
     * // fails and shows all constraints
     * assertThat(lake.table("a")).properties().hasConstraint("positive", "id > 1");
     * }</pre>
     *
     * @param name lower case, as Delta keeps it
     * @param expression as it was written
     * @throws AssertionError when there is none of this name, or it has another expression
     */
    public PropertiesAssert hasConstraint(String name, String expression) {
        if (!expression.equals(actual.constraints().get(name))) {
            throw table.failure(
                    SchemaMessages.otherConstraint(table.tableName(), name, expression, actual.constraints()));
        }

        return this;
    }

    /**
     * Verify the names of all CHECK constraints; without any that there are none.
     *
     * <pre>{@code
     * lake.sql("ALTER TABLE a ADD CONSTRAINT positive CHECK (id > 0)");
     *
     * // passes
     * assertThat(lake.table("a")).properties().hasOnlyConstraints("positive");
     *
     * // fails
     * assertThat(lake.table("a")).properties().hasOnlyConstraints();
     * }</pre>
     *
     * @throws AssertionError when there are others
     */
    public PropertiesAssert hasOnlyConstraints(String... names) {
        Set<String> wanted = new TreeSet<>(Set.of(names));

        if (!wanted.equals(actual.constraints().keySet())) {
            throw table.failure(SchemaMessages.otherConstraints(table.tableName(), wanted, actual.constraints()));
        }

        return this;
    }

    /**
     * Verify that the table has a table feature, those included that its protocol version implies.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT) TBLPROPERTIES (delta.enableDeletionVectors = true)");
     *
     * // passes
     * assertThat(lake.table("a")).properties().hasFeature("deletionVectors");
     *
     * // fails and shows all features
     * assertThat(lake.table("a")).properties().hasFeature("columnMapping");
     * }</pre>
     *
     * @param feature as Delta names it
     * @throws AssertionError when it does not
     */
    public PropertiesAssert hasFeature(String feature) {
        if (!actual.features().contains(feature)) {
            throw table.failure(SchemaMessages.noFeature(table.tableName(), feature, actual.features()));
        }

        return this;
    }

    /**
     * Verify that the table does not have a table feature, which readers may not know.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT) TBLPROPERTIES (delta.enableDeletionVectors = true)");
     *
     * // passes
     * assertThat(lake.table("a")).properties().doesNotHaveFeature("columnMapping");
     *
     * // fails
     * assertThat(lake.table("a")).properties().doesNotHaveFeature("deletionVectors");
     * }</pre>
     *
     * @param feature as Delta names it
     * @throws AssertionError when it does
     */
    public PropertiesAssert doesNotHaveFeature(String feature) {
        if (actual.features().contains(feature)) {
            throw table.failure(SchemaMessages.unexpectedFeature(table.tableName(), feature, actual.features()));
        }

        return this;
    }

    /** Go back to the table. */
    public LakeTableAssert returnToTable() {
        return table;
    }
}
