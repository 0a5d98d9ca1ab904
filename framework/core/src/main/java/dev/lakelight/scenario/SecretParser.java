package dev.lakelight.scenario;

import dev.lakelight.configuration.SecretSpec;
import dev.lakelight.configuration.SecretSpec.Source;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlValue;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where secrets come from. A value that stands where it must not is never part of a message. */
final class SecretParser {

    private SecretParser() {}

    /** Read the {@code secrets} of a configuration. */
    static List<SecretSpec> parse(YamlObject configuration) {
        return configuration.value("secrets").stream()
                .flatMap(SecretParser::entries)
                .flatMap(scope -> entries(scope.value()).flatMap(key -> secret(scope, key).stream()))
                .toList();
    }

    private static Stream<YamlObject.Entry> entries(YamlValue value) {
        return isMapping(value) ? value.object().entries().stream() : Stream.empty();
    }

    private static boolean isMapping(YamlValue value) {
        if (!value.isMapping()) {
            value.reject(ScenarioMessages.notASecret());
        }

        return value.isMapping();
    }

    private static Optional<SecretSpec> secret(YamlObject.Entry scope, YamlObject.Entry key) {
        return source(key.value())
                .map(source -> new SecretSpec(
                        scope.key(), key.key(), source, key.value().file().location(key.node())));
    }

    private static Optional<Source> source(YamlValue value) {
        if (!isMapping(value)) {
            return Optional.empty();
        }

        YamlObject object = value.object(Shape.SECRET);

        if (object.keys().size() != 1) {
            value.reject(ScenarioMessages.notASecret());
            return Optional.empty();
        }

        return object.value("env")
                .map(YamlValue::string)
                .<Source>map(Source.Variable::new)
                .or(() -> object.value("file").flatMap(SecretParser::file))
                .or(() -> object.value("value").map(YamlValue::text).map(Source.Value::new));
    }

    private static Optional<Source> file(YamlValue value) {
        String name = value.string();
        Path base = value.file().files().baseDirectory();

        try {
            Path file = base.resolve(name.replaceFirst("^~(?=/)", System.getProperty("user.home")))
                    .normalize();
            return file(value, file, repository(base));
        } catch (InvalidPathException e) {
            value.reject(ScenarioMessages.noPath(name, e.getReason()));
            return Optional.empty();
        }
    }

    private static Optional<Source> file(YamlValue value, Path file, Path repository) {
        if (!value.raw().isBlank() && file.startsWith(repository)) {
            value.reject(ScenarioMessages.secretInRepository(value.raw()));
        }

        return Optional.of(new Source.SecretFile(file));
    }

    private static Path repository(Path base) {
        for (Path folder = base; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }

        return base;
    }
}
