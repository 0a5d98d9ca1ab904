package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurefireClassPathTest {

    @TempDir
    Path folder;

    @Test
    void isTheProjectsWhenNothingElseIsSaid() throws Exception {
        assertThat(obstacle("", "<configuration><argLine>@{argLine}</argLine></configuration>", new Properties()))
                .isNull();
    }

    @Test
    void isAnotherOneWhenSurefireIsConfiguredSo() throws Exception {
        String excludes =
                "<configuration><classpathDependencyExcludes><e>a:b</e></classpathDependencyExcludes></configuration>";
        String ofExecution = "<executions><execution><id>default-test</id><configuration><useSystemClassLoader>false"
                + "</useSystemClassLoader></configuration></execution></executions>";

        assertThat(obstacle("", excludes, new Properties()))
                .isEqualTo("classpathDependencyExcludes of maven-surefire-plugin is set");
        assertThat(obstacle("", ofExecution, new Properties()))
                .isEqualTo("useSystemClassLoader of maven-surefire-plugin is set");
    }

    @Test
    void isAnotherOneWhenAPropertySaysSo() throws Exception {
        Properties typed = new Properties();
        typed.setProperty("maven.test.dependency.excludes", "a:b");

        assertThat(obstacle("", "", typed)).isEqualTo("property maven.test.dependency.excludes is set");
        assertThat(obstacle(
                        "<surefire.useSystemClassLoader>false</surefire.useSystemClassLoader>", "", new Properties()))
                .isEqualTo("property surefire.useSystemClassLoader is set");
    }

    @Test
    void isInAManifestWhereTheProjectWantsIt() throws Exception {
        String wanted = "<surefire.useManifestOnlyJar>true</surefire.useManifestOnlyJar>";
        String ours = "<surefire.useManifestOnlyJar>false</surefire.useManifestOnlyJar>";
        Properties typed = new Properties();
        typed.setProperty("surefire.useManifestOnlyJar", "false");

        assertThat(obstacle(wanted, "", new Properties())).isEqualTo("property surefire.useManifestOnlyJar is true");
        assertThat(obstacle(wanted, "", typed)).isNull();
        assertThat(obstacle(ours, "", new Properties())).isNull();
    }

    @Test
    void isAModulePathInAJavaModule() throws Exception {
        Files.createFile(folder.resolve("module-info.class"));

        assertThat(obstacle("", "", new Properties())).isEqualTo("the project is a Java module");
    }

    private String obstacle(String properties, String surefire, Properties typed)
            throws IOException, XmlPullParserException {
        Model model = new MavenXpp3Reader().read(new StringReader("""
                <project>
                  <properties>%s</properties>
                  <build>
                    <plugins><plugin><artifactId>maven-surefire-plugin</artifactId>%s</plugin></plugins>
                  </build>
                </project>
                """.formatted(properties, surefire)));
        model.getBuild().setOutputDirectory(folder.toString());
        return new SurefireClassPath(new MavenProject(model), typed).obstacle().orElse(null);
    }
}
