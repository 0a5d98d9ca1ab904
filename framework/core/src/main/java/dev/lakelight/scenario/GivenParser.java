package dev.lakelight.scenario;

import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.configuration.SeedSpec.Source.LandingFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a lake holds before a run. */
final class GivenParser {

    /** Parts of a path that lead elsewhere. */
    private static final Set<String> UPWARDS = Set.of("", ".", "..");

    /** What paths begin with that pipelines use, and that lead into the lake's files; their exact list is the lake's. */
    private static final Pattern BEGINNING =
            Pattern.compile("^([a-z][a-z0-9]*:/{1,3}|/(?=(mnt|Volumes|FileStore|databricks-datasets|dbfs)/))");

    private final Map<String, SeedSpec> tables = new LinkedHashMap<>();
    private final List<SeedSpec> seeds = new ArrayList<>();

    private final Shape shape;

    private GivenParser(Shape shape) {
        this.shape = shape;
    }

    /** Read the {@code given} of something that may have one, but is no test. */
    static List<SeedSpec> parse(YamlObject owner) {
        return parse(owner, Shape.GIVEN).seeds();
    }

    /** Read the {@code given} of a test that may have one. */
    static Given ofTest(YamlObject test) {
        return parse(test, Shape.GIVEN_OF_TEST);
    }

    private static Given parse(YamlObject owner, Shape shape) {
        Optional<YamlObject> given = owner.value("given").map(value -> value.object(ScenarioMessages::secondSeed));
        GivenParser parser = new GivenParser(shape);
        given.ifPresent(parser::read);
        Optional<YamlValue> fixture =
                given.filter(any -> shape == Shape.GIVEN_OF_TEST).flatMap(any -> any.value("fixture"));
        return new Given(
                parser.seeds,
                fixture.map(YamlValue::string).orElse(null),
                fixture.stream().toList());
    }

    private void read(YamlObject given) {
        given.value("files").ifPresent(files -> readFiles(files.object()));
        given.entriesBeside(shape).forEach(entry -> readTable(given, entry));
    }

    private void readTable(YamlObject given, YamlObject.Entry entry) {
        if (!TableNames.isQualified(entry.key())) {
            given.reject(entry, ScenarioMessages.notATable(entry.key(), shape));
            return;
        }

        table(entry).ifPresent(seed -> add(seed, given, entry));
    }

    private void add(SeedSpec seed, YamlObject given, YamlObject.Entry entry) {
        SeedSpec first = tables.putIfAbsent(TableNames.canonical(seed.table()), seed);
        seeds.add(seed);

        if (first != null && first.declaredAt() != null) {
            given.reject(entry, ScenarioMessages.secondSeed(first.table(), first.declaredAt()));
        }
    }

    private static Optional<SeedSpec> table(YamlObject.Entry entry) {
        YamlValue value = entry.value();

        if (!value.isMapping()) {
            return SourceParser.seed(value).map(source -> seed(entry, source, null));
        }

        YamlObject table = value.object(Shape.GIVEN_TABLE);
        TypedRows rows = TypedRows.parse(table);
        Optional<Source> source = new GeneratedDataParser(value, table).parse(rows);
        return source.map(found -> seed(entry, found, rows.schema()));
    }

    private static SeedSpec seed(YamlObject.Entry entry, Source source, @Nullable String schema) {
        return new SeedSpec(entry.key(), source, schema, entry.value().file().location(entry.node()));
    }

    private void readFiles(YamlObject files) {
        files.entries().forEach(entry -> file(files, entry).ifPresent(seeds::add));
    }

    private static Optional<SeedSpec> file(YamlObject files, YamlObject.Entry entry) {
        if (!staysBelow(entry.key())) {
            files.reject(entry, ScenarioMessages.outsideOfLake(entry.key()));
        }

        return SourceParser.existing(entry.value()).map(path -> seed(entry, new LandingFile(entry.key(), path), null));
    }

    private static boolean staysBelow(String target) {
        String path = BEGINNING.matcher(target).replaceFirst("");
        return !path.contains("\\") && Stream.of(path.split("/", -1)).noneMatch(UPWARDS::contains);
    }
}
