package dev.lakelight.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of what a notebook or a Java module leaves behind, reported once for each configuration.
 *
 * <p>For each configuration there is a fresh lake: it is filled by {@code @BeforeEach} methods, then by the seeds of the
 * configuration; then the module runs, and after it the method with its assertions. Beside all that {@link LakelightExtension}
 * injects, the method can take the {@link dev.lakelight.runtime.NotebookRun} and the {@link
 * dev.lakelight.configuration.Configuration}. A method that does not take the run fails when the run fails; one that takes it
 * decides itself.
 *
 * <pre>{@code
 * @PipelineTest(notebook = "pipelines/silver/customers.sql", configurations = {"small", "late-data", "empty"})
 * void keepsOneRowForEachCustomer(NotebookRun run, Lake lake) {
 *   assertThat(run).succeeded();
 *   ...
 * }
 * }</pre>
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith({LakelightExtension.class, PipelineTestExtension.class})
public @interface PipelineTest {

    /** Return the path of the notebook to run, looked up as {@link LakelightExtension} says. */
    String notebook() default "";

    /** Return the class whose {@code main} method is run instead of a notebook. */
    Class<?> mainClass() default void.class;

    /** Return the arguments for {@link #mainClass}; notebooks have {@link #parameters}. */
    String[] arguments() default {};

    /**
     * Return the names of configurations, as the project's scenario files declare them. None: one test without a
     * configuration.
     */
    String[] configurations() default {};

    /**
     * Return whether the module is run again after the method, on its own result, and must change the content of no table then. It is
     * not when the method failed.
     */
    boolean idempotent() default false;

    /** Return parameters for the notebook, each {@code key=value}; they win over those of the configuration. */
    String[] parameters() default {};
}
