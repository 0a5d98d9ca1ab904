package dev.lakelight.property;

import dev.lakelight.lake.Lake;
import dev.lakelight.property.Trials.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One trial: generated tables in the lake, and the check.
 *
 * @param lake to run it in
 * @param check what must be true
 * @param seed of the tables
 */
record Trial(Lake lake, Check check, long seed) {

    /** Put generated tables into the lake, one after the other, because later ones may refer to earlier ones. */
    List<GeneratedTable> generate(List<GivenTable> tables) {
        List<GeneratedTable> generated = new ArrayList<>();
        lake.rollBack();

        for (GivenTable given : tables) {
            var generator = given.generator(lake, seed);
            GeneratedTable table =
                    new GeneratedTable(generator, generator.rows().rows());
            table.seed(lake);
            generated.add(table);
        }

        return generated;
    }

    /** Run the check with these tables, and return what it has thrown. */
    Optional<Throwable> run(List<GeneratedTable> tables) {
        lake.rollBack();
        tables.forEach(table -> table.seed(lake));
        return thrown();
    }

    /** Return whether the check fails with other tables by the same kind of exception: another one is another problem. */
    Predicate<List<GeneratedTable>> failsAs(Throwable failure) {
        return tables -> run(tables)
                .filter(found -> found.getClass() == failure.getClass())
                .isPresent();
    }

    /**
     * Run the check with the tables that are there. A test that is aborted, as an assumption does, has not failed; and nothing is to
     * be done about a JVM that has.
     */
    Optional<Throwable> thrown() {
        try {
            check.run();
            return Optional.empty();
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (Throwable failure) {
            if (failure.getClass().getName().equals("org.opentest4j.TestAbortedException")) {
                throw (RuntimeException) failure;
            }

            return Optional.of(failure);
        }
    }
}
