package dev.lakelight.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A jar that stands for lakelight-spark with Spark: the classes that the launch profile forks, without a Spark to start. */
final class TrainingJar {

    private TrainingJar() {}

    static Path create(Path directory, String training) throws IOException {
        return compile(
                directory,
                Map.of(
                        "PrintModuleOptions",
                        "System.out.println(\"--add-opens=java.base/java.nio=ALL-UNNAMED\");"
                                + "System.out.println(\"-Dasked=\" + System.nanoTime());",
                        "ArchiveTrainingRun",
                        training));
    }

    private static Path compile(Path directory, Map<String, String> mains) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        for (Map.Entry<String, String> main : mains.entrySet()) {
            Path source = sources.resolve(main.getKey() + ".java");
            Files.writeString(
                    source,
                    "package dev.lakelight.cluster; class " + main.getKey()
                            + " { public static void main(String[] arguments) throws Exception { " + main.getValue()
                            + " } }");
            int errors = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-d", classes.toString(), source.toString());
            if (errors != 0) {
                throw new IllegalStateException("Does not compile: " + source);
            }
        }
        return jar(classes, directory.resolve("spark.jar"));
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files(classes)) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                entries.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
