package dev.lakelight.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Whether the class path that surefire and failsafe give to their JVMs is simply the project's, which is the one that a class data
 * archive was made for. The names are those of their parameters (maven-surefire-plugin 3.6.1, goal {@code test}).
 */
final class SurefireClassPath {

    /** Property that lets surefire pass its class path in a temporary jar, which no archive can know. */
    static final String MANIFEST_JAR = "surefire.useManifestOnlyJar";

    private static final Set<String> PLUGINS = Set.of("maven-surefire-plugin", "maven-failsafe-plugin");

    private static final Set<String> PARAMETERS = Set.of(
            "additionalClasspathElements",
            "classesDirectory",
            "classpathDependencyExcludes",
            "classpathDependencyScopeExclude",
            "testClassesDirectory",
            "useManifestOnlyJar",
            "useSystemClassLoader");

    private static final Set<String> PROPERTIES =
            Set.of("maven.test.additionalClasspath", "maven.test.dependency.excludes", "surefire.useSystemClassLoader");

    private final MavenProject project;
    private final Properties userProperties;

    /**
     * Create it.
     *
     * @param userProperties what was typed with {@code -D}
     */
    SurefireClassPath(MavenProject project, Properties userProperties) {
        this.project = project;
        this.userProperties = userProperties;
    }

    /** Return what makes it another one; empty when nothing does. */
    Optional<String> obstacle() {
        if (Files.exists(Path.of(project.getBuild().getOutputDirectory(), "module-info.class"))) {
            return Optional.of("the project is a Java module");
        }
        if (wantsManifestJar()) {
            return Optional.of("property %s is true".formatted(MANIFEST_JAR));
        }
        return Stream.concat(
                        PROPERTIES.stream().filter(this::isSet).map(name -> "property " + name),
                        project.getBuildPlugins().stream()
                                .filter(plugin -> PLUGINS.contains(plugin.getArtifactId()))
                                .flatMap(SurefireClassPath::configured))
                .sorted()
                .findFirst()
                .map(what -> what + " is set");
    }

    /** The goal itself sets it to false. */
    private boolean wantsManifestJar() {
        String ofProject = project.getProperties().getProperty(MANIFEST_JAR, "false");
        return Boolean.parseBoolean(userProperties.getProperty(MANIFEST_JAR, ofProject));
    }

    private boolean isSet(String property) {
        return userProperties.containsKey(property) || project.getProperties().containsKey(property);
    }

    private static Stream<String> configured(Plugin plugin) {
        Stream<Object> ofExecutions = plugin.getExecutions().stream().map(PluginExecution::getConfiguration);
        return Stream.concat(Stream.ofNullable(plugin.getConfiguration()), ofExecutions)
                .filter(Xpp3Dom.class::isInstance)
                .flatMap(configuration -> Stream.of(((Xpp3Dom) configuration).getChildren()))
                .map(Xpp3Dom::getName)
                .filter(PARAMETERS::contains)
                .map(parameter -> parameter + " of " + plugin.getArtifactId());
    }
}
