package dev.lakelight.databricks.suite;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.configuration.SeedSpec.Source.LandingFile;
import dev.lakelight.configuration.SeedSpec.Source.SqlFile;
import dev.lakelight.databricks.rows.NotRemoteException;
import dev.lakelight.databricks.rows.TextRows;
import dev.lakelight.databricks.rows.TextRowsReader;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is there before a test.
 *
 * @param files resolves the names of files for messages
 */
record SeedsOfTests(ProjectFiles files) {

    List<Seed> of(List<SeedSpec> fixture, @Nullable Configuration configuration, List<SeedSpec> given) {
        Stream<SeedSpec> configured = configuration == null ? Stream.empty() : configuration.seeds().stream();
        return Stream.of(fixture.stream(), configured, given.stream())
                .flatMap(seeds -> seeds)
                .map(this::seed)
                .toList();
    }

    private Seed seed(SeedSpec seed) {
        if (seed.source() instanceof LandingFile landing) {
            return new Seed.Landing(landing.target(), landing.source());
        }

        Unsupported.requireTwoParts(seed.table());

        if (seed.source() instanceof SqlFile script) {
            return new Seed.Script(seed.table(), text(script.file()));
        }

        TextRows rows = new TextRowsReader(files).read(seed.source(), seed.schema());

        if (!rows.areTyped()) {
            throw new NotRemoteException(
                    "the types of the seed %s are not written down; give it a schema, or types in the header of its CSV file"
                            .formatted(seed.table()));
        }

        return new Seed.Table(seed.table(), rows);
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError("%s cannot be read: %s.".formatted(files.relative(file), e.getMessage()), e);
        }
    }
}
