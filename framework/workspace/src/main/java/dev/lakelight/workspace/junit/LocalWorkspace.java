package dev.lakelight.workspace.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a local workspace, which they take as a parameter of type
 * {@link dev.lakelight.workspace.Workspace}. It starts when it is first asked for, serves all tests of the class with those of its
 * nested classes, and is gone after them, with all that is in it.
 *
 * <p>Its state is in a folder below {@code target/lakelight/workspaces}, or what the property {@code lakelight.buildDirectory} says
 * instead of {@code target}; with {@code lakelight.keep=true} the folder stays.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(WorkspaceExtension.class)
public @interface LocalWorkspace {

    /** A YAML or JSON file that says who may log in, relative to the project; otherwise there is one administrator. */
    String users() default "";

    /** Whether it serves HTTPS, with a certificate of an authority of its own. */
    boolean encrypted() default false;
}
