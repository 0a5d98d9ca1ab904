package dev.lakelight.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What users are told when a parameter cannot be injected. */
final class ExtensionErrors {

    private ExtensionErrors() {}

    /** Refuse what belongs to a test where there is none: before all, after all, and in constructors that serve many tests. */
    static void requireTest(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    """
                    Cannot inject %s into %s: every test has its own. Take it in @BeforeEach, in the test method, \
                    or in the constructor of a class with an instance for each test.""".formatted(parameter.getParameter().getType().getSimpleName(), place(parameter)));
        }
    }

    /** Refuse a run before there is one. */
    static ParameterResolutionException noRunYet(ParameterContext parameter) {
        return new ParameterResolutionException("""
                Cannot inject NotebookRun into %s: the module runs after all @BeforeEach methods. \
                Take it in the @PipelineTest method or in @AfterEach.""".formatted(place(parameter)));
    }

    static ParameterResolutionException noConfiguration(ParameterContext parameter) {
        return new ParameterResolutionException(
                "Cannot inject Configuration into %s: its @PipelineTest names no configurations."
                        .formatted(place(parameter)));
    }

    private static String place(ParameterContext parameter) {
        var executable = parameter.getDeclaringExecutable();
        String owner = executable.getDeclaringClass().getSimpleName();
        return executable instanceof java.lang.reflect.Constructor
                ? "the constructor of " + owner
                : owner + "." + executable.getName();
    }
}
