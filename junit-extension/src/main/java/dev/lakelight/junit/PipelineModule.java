package dev.lakelight.junit;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.problem.UserError;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a {@link PipelineTest} runs. */
final class PipelineModule {

    private final PipelineTest annotation;
    private final Map<String, String> parameters;

    private PipelineModule(PipelineTest annotation) {
        this.annotation = annotation;
        this.parameters = KeyValues.of("parameter", annotation.parameters());
    }

    /**
     * Read the annotation of a method.
     *
     * @throws UserError when it contradicts itself
     */
    static PipelineModule of(Method method) {
        PipelineTest annotation =
                AnnotationSupport.findAnnotation(method, PipelineTest.class).orElseThrow();

        try {
            check(annotation);
            return new PipelineModule(annotation);
        } catch (UserError mistake) {
            throw new UserError(
                    "@PipelineTest of %s.%s: %s"
                            .formatted(method.getDeclaringClass().getName(), method.getName(), mistake.getMessage()),
                    mistake);
        }
    }

    private static void check(PipelineTest annotation) {
        boolean hasNotebook = !annotation.notebook().isEmpty();
        boolean hasClass = annotation.mainClass() != void.class;

        if (hasNotebook == hasClass) {
            throw new UserError("Name a notebook or a mainClass, and not both.");
        }

        if (hasNotebook && annotation.arguments().length > 0) {
            throw new UserError("A notebook takes parameters, not arguments.");
        }

        if (hasClass && annotation.parameters().length > 0) {
            throw new UserError("A mainClass takes arguments, not parameters.");
        }
    }

    /** Return the notebook's path or the name of the class, as reports show it. */
    String name() {
        return annotation.notebook().isEmpty() ? annotation.mainClass().getSimpleName() : annotation.notebook();
    }

    boolean isIdempotent() {
        return annotation.idempotent();
    }

    String[] configurations() {
        return annotation.configurations();
    }

    NotebookRun run(Notebooks notebooks, Optional<Configuration> configuration) {
        if (annotation.notebook().isEmpty()) {
            return notebooks.runClass(annotation.mainClass().getName(), annotation.arguments());
        }

        return configuration
                .map(under -> notebooks.run(annotation.notebook(), under, parameters))
                .orElseGet(() -> notebooks.run(annotation.notebook(), parameters));
    }
}
