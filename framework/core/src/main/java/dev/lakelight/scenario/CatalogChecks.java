package dev.lakelight.scenario;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.Configurations;
import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.yaml.YamlFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be judged only when all files are read: configurations that are used, and their seeds. */
final class CatalogChecks {

    private final List<ParsedFile> files;
    private final Map<String, Owned> configurations = new LinkedHashMap<>();
    private final FixtureChecks fixtures;

    private CatalogChecks(List<ParsedFile> files) {
        this.files = files;
        this.fixtures = new FixtureChecks(files);
    }

    static ScenarioCatalog check(List<ParsedFile> files) {
        CatalogChecks checks = new CatalogChecks(files);
        files.forEach(checks::collect);
        files.forEach(file -> file.uses().forEach(use -> checks.check(use)));
        checks.fixtures.check();
        checks.spreadFaults();
        return checks.catalog();
    }

    private void collect(ParsedFile file) {
        file.configurations().forEach(declared -> collect(file, declared));
    }

    private void collect(ParsedFile file, ParsedFile.Declared declared) {
        Configuration configuration = declared.configuration();
        Owned first = configurations.putIfAbsent(configuration.name(), new Owned(file, declared));

        if (first != null) {
            file.source()
                    .reject(
                            declared.key(),
                            ScenarioMessages.secondConfiguration(configuration.name(), first.location()));
        }
    }

    private void check(ConfigurationUse use) {
        String name = use.name().raw();
        Owned found = configurations.get(name);

        if (found == null) {
            use.name().reject(Configurations.unknown(name, configurations.keySet()));
        } else {
            use.given().forEach(seed -> checkSeed(use, seed, found.configuration()));
        }
    }

    private static void checkSeed(ConfigurationUse use, SeedSpec seed, Configuration configuration) {
        String table = TableNames.canonical(seed.table());
        configuration.seeds().stream()
                .filter(other -> TableNames.canonical(other.table()).equals(table))
                .forEach(other -> use.name().reject(ScenarioMessages.seedOfConfiguration(seed, other)));
    }

    /** A file is of no use when it needs a configuration of a file with mistakes, which holds only what could be read. */
    private void spreadFaults() {
        long before;

        do {
            before = faultyFiles();
            files.forEach(file -> file.uses().forEach(this::spreadFaultTo));
            files.forEach(fixtures::spreadFaults);
        } while (faultyFiles() > before);
    }

    private long faultyFiles() {
        return files.stream().filter(file -> file.source().isFaulty()).count();
    }

    private void spreadFaultTo(ConfigurationUse use) {
        String name = use.name().raw();
        Owned found = configurations.get(name);

        if (found != null
                && found.file().source() != use.name().file()
                && found.file().source().isFaulty()) {
            use.name().reject(ScenarioMessages.faultyConfiguration(name, found.location()));
        }
    }

    private ScenarioCatalog catalog() {
        List<ScenarioFile> sound = files.stream()
                .filter(file -> !file.source().isFaulty())
                .map(ParsedFile::values)
                .toList();
        List<ScenarioCatalog.FaultyFile> faulty = files.stream()
                .map(ParsedFile::source)
                .filter(YamlFile::isFaulty)
                .map(file -> new ScenarioCatalog.FaultyFile(file.path(), file.error()))
                .toList();
        Configurations usable = Configurations.of(
                sound.stream().flatMap(file -> file.configurations().stream()).toList());
        return new ScenarioCatalog(sound, usable, faulty);
    }

    /** A configuration and the file that declares it. */
    private record Owned(ParsedFile file, ParsedFile.Declared declared) {

        Configuration configuration() {
            return declared.configuration();
        }

        SourceLocation location() {
            return file.source().location(declared.key());
        }
    }
}
