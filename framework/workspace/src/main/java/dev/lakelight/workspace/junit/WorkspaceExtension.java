package dev.lakelight.workspace.junit;

import dev.lakelight.workspace.Workspace;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts workspaces for {@link LocalWorkspace}. */
final class WorkspaceExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(WorkspaceExtension.class);

    WorkspaceExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Workspace.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext owner = owner(context);
        return owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        WorkspaceOfClass.class, key -> WorkspaceOfClass.start(owner), WorkspaceOfClass.class)
                .workspace();
    }

    /** The outermost class that the annotation serves: nested classes share the workspace of the one around them. */
    private static ExtensionContext owner(ExtensionContext context) {
        ExtensionContext owner = context;

        for (ExtensionContext outer = context;
                outer.getTestClass().isPresent();
                outer = outer.getParent().orElseThrow()) {
            if (AnnotationSupport.isAnnotated(outer.getRequiredTestClass(), LocalWorkspace.class)) {
                owner = outer;
            }
        }

        return owner;
    }
}
