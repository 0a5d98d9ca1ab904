package dev.lakelight.lake;

import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.configuration.SeedSpec.Source.FileSource;
import dev.lakelight.configuration.SeedSpec.Source.GeneratedData;
import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.configuration.SeedSpec.Source.LandingFile;
import dev.lakelight.configuration.SeedSpec.Source.SqlFile;
import dev.lakelight.fixture.FixtureInputs;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;

/** What seeds are made of, for the hash of a fixture. */
final class SeedInputs {

    private SeedInputs() {}

    static FixtureInputs of(List<SeedSpec> seeds, ProjectFiles files) {
        FixtureInputs inputs = FixtureInputs.none();

        for (SeedSpec seed : seeds) {
            inputs = content(inputs.text("seed", seed.table() + " " + seed.schema()), seed.source(), files);
        }

        return inputs;
    }

    private static FixtureInputs content(FixtureInputs inputs, Source source, ProjectFiles files) {
        if (source instanceof InlineRows inline) {
            return inputs.text("rows", inline.columns() + " " + inline.rows());
        }

        if (source instanceof GeneratedData data) {
            return inputs.text("generated", data.toString());
        }

        Path file = file(source);
        return inputs.file(files.relative(file), file);
    }

    private static Path file(Source source) {
        if (source instanceof SqlFile script) {
            return script.file();
        }

        return source instanceof LandingFile landing ? landing.source() : ((FileSource) source).file();
    }
}
