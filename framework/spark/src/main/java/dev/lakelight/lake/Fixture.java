package dev.lakelight.lake;

import static java.util.Objects.requireNonNull;

import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.fixture.FixtureInputs;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A lake that is built once and kept in the build directory, for any number of tests: each gets a fork of it, see
 * {@link LakeOptions#from}, whose files are links to those of the fixture. It is built anew when something changes that it is made
 * of: a seed's file, the class that builds it, what it {@link #dependsOn}, its settings, or the version of Spark, Delta or Lakelight.
 * Immutable.
 *
 * <pre>{@code
 * static final Fixture SHOP = Fixture.of("shop", lake -> {
 *     lake.table("bronze.customers").load("customers.csv");
 *     lake.sql("CREATE TABLE silver.customers AS SELECT DISTINCT * FROM bronze.customers");
 * }).dependsOn(Path.of("src/test/data/customers.csv"));
 *
 * try (Lake lake = Lake.open(cluster, LakeOptions.named("late address", files).from(SHOP))) { ... }
 * }</pre>
 */
public final class Fixture {

    private final String name;
    private final FixtureInputs inputs;
    private final Consumer<Lake> content;

    private Fixture(String name, FixtureInputs inputs, Consumer<Lake> content) {
        this.name = requireNonNull(name, "name");
        this.inputs = inputs;
        this.content = requireNonNull(content, "content");
    }

    /**
     * Build a fixture with code. The class in which the code is written is an input of the fixture; files that it reads and other
     * classes are to be named by {@link #dependsOn}.
     *
     * @param name for messages and for the lake in which it is built
     * @param content fills a lake that is empty
     */
    public static Fixture of(String name, Consumer<Lake> content) {
        return new Fixture(name, FixtureInputs.none().code(content.getClass()), content);
    }

    /**
     * Build a fixture of seeds. They are inputs of the fixture, with the content of their files.
     *
     * @param files of the project in which they are
     */
    public static Fixture of(String name, List<SeedSpec> seeds, ProjectFiles files) {
        List<SeedSpec> all = List.copyOf(seeds);
        return new Fixture(name, SeedInputs.of(all, files), lake -> all.forEach(lake::seed));
    }

    /** Return this with code that runs after what it has. */
    public Fixture then(Consumer<Lake> more) {
        return new Fixture(name, inputs.code(more.getClass()), content.andThen(more));
    }

    /**
     * Return this with files, or folders with all that is below them, that it is built from.
     *
     * @throws dev.lakelight.problem.UserError when one does not exist
     */
    public Fixture dependsOn(Path... files) {
        FixtureInputs all = inputs;

        for (Path file : files) {
            all = all.file(file.toString(), file);
        }

        return new Fixture(name, all, content);
    }

    /** Return this with classes that it is built by. */
    public Fixture dependsOn(Class<?>... classes) {
        FixtureInputs all = inputs;

        for (Class<?> each : classes) {
            all = all.code(each);
        }

        return new Fixture(name, all, content);
    }

    /** Return its name. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    FixtureInputs inputs() {
        return inputs;
    }

    void fill(Lake lake) {
        content.accept(lake);
    }
}
