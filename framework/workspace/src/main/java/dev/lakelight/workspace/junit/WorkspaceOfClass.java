package dev.lakelight.workspace.junit;

import dev.lakelight.launch.FileTree;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.workspace.Workspace;
import dev.lakelight.workspace.WorkspaceBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The workspace of a test class, and its folder. JUnit closes it after the class. */
record WorkspaceOfClass(Workspace workspace, boolean kept) implements AutoCloseable {

    static WorkspaceOfClass start(ExtensionContext context) {
        LocalWorkspace wish = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), LocalWorkspace.class)
                .orElseThrow(() -> new IllegalStateException("no @LocalWorkspace on " + context.getDisplayName()));
        Path base = Path.of(property(context, "lakelight.basedir", property(context, "basedir", "")))
                .toAbsolutePath();
        WorkspaceBuilder builder = Workspace.in(newFolder(context, base));

        if (!wish.users().isEmpty()) {
            builder.usersIn(base.resolve(wish.users()));
        }

        if (wish.encrypted()) {
            builder.encrypted();
        }

        return new WorkspaceOfClass(
                builder.start(), property(context, "lakelight.keep", "").equals("true"));
    }

    private static String property(ExtensionContext context, String name, String otherwise) {
        return context.getConfigurationParameter(name).orElse(otherwise);
    }

    private static Path newFolder(ExtensionContext context, Path base) {
        Path folder = base.resolve(property(context, "lakelight.buildDirectory", "target"))
                .resolve("lakelight")
                .resolve("workspaces");
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(folder),
                    context.getRequiredTestClass().getSimpleName() + "-");
        } catch (IOException e) {
            throw new EnvironmentError("Cannot create a folder for a workspace in %s: %s".formatted(folder, e), e);
        }
    }

    @Override
    public void close() {
        workspace.close();

        if (!kept) {
            FileTree.delete(workspace.stateFolder());
        }
    }
}
