package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JUnitLauncherTest {

    @TempDir
    Path folder;

    @Test
    void leavesTheLauncherThatTheUserDeclared() throws IOException {
        Path file = folder.resolve("org/junit/platform/launcher/Launcher.class");
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        TestClassPath classPath = TestClassPath.of(List.of(folder));

        assertThat(launcher().missingFrom(classPath, ProjectFactsFixture.project(folder)))
                .isEmpty();
    }

    @Test
    void saysThatThereIsNoJUnit() {
        TestClassPath classPath = TestClassPath.of(List.of(folder));

        assertThatThrownBy(() -> launcher().missingFrom(classPath, ProjectFactsFixture.project(folder)))
                .isInstanceOf(EnvironmentError.class)
                .hasMessage("There is no JUnit Platform on the test class path of Retail:"
                        + " add the dependency org.junit.jupiter:junit-jupiter with scope test");
    }

    @Test
    void saysWhichLauncherCannotBeResolved() {
        TestClassPath classPath = TestClassPath.of(List.of(folder));
        ProjectFacts project =
                ProjectFactsFixture.project(folder, Map.of("org.junit.platform:junit-platform-engine", "1.14.4"));

        assertThatThrownBy(() -> launcher().missingFrom(classPath, project))
                .isInstanceOf(EnvironmentError.class)
                .hasMessage("Cannot resolve org.junit.platform:junit-platform-launcher:jar:1.14.4, which launches the"
                        + " JUnit 1.14.4 on the test class path: no such artifact. When offline, build once online or"
                        + " declare it as a dependency with scope test");
    }

    private static JUnitLauncher launcher() {
        return new JUnitLauncher(emptyRepositories(), MavenRepositorySystemUtils.newSession(), List.of());
    }

    /** Repositories in which nothing is found. */
    private static RepositorySystem emptyRepositories() {
        return (RepositorySystem) Proxy.newProxyInstance(
                JUnitLauncherTest.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> {
                    ArtifactResult result = new ArtifactResult((ArtifactRequest) arguments[1]);
                    throw new ArtifactResolutionException(List.of(result), "no such artifact");
                });
    }
}
