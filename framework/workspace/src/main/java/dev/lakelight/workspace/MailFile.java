package dev.lakelight.workspace;

import static java.util.Objects.requireNonNull;

import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.workspace.job.notify.MailServer;
import dev.lakelight.workspace.job.notify.MailServer.Encryption;
import dev.lakelight.yaml.YamlFile;
import dev.lakelight.yaml.YamlObject;
import dev.lakelight.yaml.YamlParser;
import dev.lakelight.yaml.YamlShape;
import dev.lakelight.yaml.YamlValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a mail server from a file in YAML or JSON, where its password is in no command line. */
final class MailFile {

    private static final String HOST = "host";
    private static final String PORT = "port";
    private static final String FROM = "from";
    private static final String ENCRYPTION = "encryption";
    private static final String USER = "user";
    private static final String PASSWORD = "password";

    private static final int MOST_PORTS = 65_535;

    private MailFile() {}

    /**
     * Read it.
     *
     * @throws UserError that tells all mistakes with their places
     */
    static MailServer read(Path path) {
        Path absolute = path.toAbsolutePath();
        YamlFile file = new YamlFile(absolute, ProjectFiles.of(requireNonNull(absolute.getParent()), List.of()));
        Optional<YamlObject> object = new YamlParser(file, "The file names no mail server.")
                .parse()
                .map(root -> new YamlValue(file, "The file", root).object(new Shape()));
        Optional<MailServer> server = object.map(MailFile::server);

        if (file.isFaulty()) {
            throw file.error();
        }

        return server.orElseThrow();
    }

    private static MailServer server(YamlObject object) {
        return MailServer.at(text(object, HOST), port(object), text(object, FROM))
                .encryptedBy(object.value(ENCRYPTION).map(MailFile::encryption).orElse(Encryption.STARTTLS))
                .as(text(object, USER), text(object, PASSWORD));
    }

    private static int port(YamlObject object) {
        return object.value(PORT)
                .map(value -> {
                    int port = value.wholeNumber();

                    if (port > MOST_PORTS) {
                        value.rejectUnless("a number from 1 to " + MOST_PORTS);
                    }

                    return port;
                })
                .orElse(0);
    }

    private static Encryption encryption(YamlValue value) {
        return Arrays.stream(Encryption.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value.raw()))
                .findFirst()
                .orElseGet(() -> {
                    value.rejectUnless("starttls, tls or none");
                    return Encryption.STARTTLS;
                });
    }

    private static String text(YamlObject object, String key) {
        return object.value(key).map(YamlValue::name).orElse("");
    }

    private record Shape() implements YamlShape {

        @Override
        public String label() {
            return "a mail server";
        }

        @Override
        public List<String> keys() {
            return List.of(HOST, PORT, FROM, ENCRYPTION, USER, PASSWORD);
        }

        @Override
        public List<String> required() {
            return List.of(HOST, PORT, FROM);
        }
    }
}
