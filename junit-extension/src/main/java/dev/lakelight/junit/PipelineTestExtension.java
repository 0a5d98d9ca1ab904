package dev.lakelight.junit;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.junit.testbed.ModuleFailedException;
import dev.lakelight.junit.testbed.SecondRun;
import dev.lakelight.junit.testbed.TestBed;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.secret.KnownSecrets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs the module of a {@link PipelineTest} under each configuration, before the body of the method. */
final class PipelineTestExtension
        implements TestTemplateInvocationContextProvider,
                BeforeTestExecutionCallback,
                AfterTestExecutionCallback,
                ParameterResolver {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), PipelineTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        PipelineModule module = PipelineModule.of(context.getRequiredTestMethod());
        List<TestTemplateInvocationContext> named = Arrays.stream(module.configurations())
                .<TestTemplateInvocationContext>map(Invocation::under)
                .toList();
        return named.isEmpty() ? Stream.of(Invocation.plain(module.name())) : named.stream();
    }

    /** All {@code @BeforeEach} methods are through: what they have put into the lake is there for the module. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        TestBed bed = ExtensionState.testBed(context);
        Optional<Configuration> configuration = ExtensionState.configuration(context);
        configuration.ifPresent(under -> under.seeds().forEach(bed.lake()::seed));
        NotebookRun run = PipelineModule.of(context.getRequiredTestMethod()).run(bed.notebooks(), configuration);
        ExtensionState.remember(context, run);

        if (!run.succeeded() && !takesRun(context)) {
            throw ModuleFailedException.of(run);
        }
    }

    /** The method has seen what the first run left behind. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        PipelineModule module = PipelineModule.of(context.getRequiredTestMethod());

        if (!module.isIdempotent() || context.getExecutionException().isPresent()) {
            return;
        }

        ExtensionState.run(context).filter(run -> !run.succeeded()).ifPresent(run -> {
            throw ModuleFailedException.of(run);
        });
        TestBed bed = ExtensionState.testBed(context);
        new SecondRun(bed.lake(), module.name())
                .verify(() -> failure(module.run(bed.notebooks(), ExtensionState.configuration(context))));
    }

    private static Optional<RuntimeException> failure(NotebookRun run) {
        return run.succeeded() ? Optional.empty() : Optional.of(ModuleFailedException.of(run));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == NotebookRun.class || type == Configuration.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == NotebookRun.class
                ? ExtensionState.run(context).orElseThrow(() -> ExtensionErrors.noRunYet(parameter))
                : ExtensionState.configuration(context).orElseThrow(() -> ExtensionErrors.noConfiguration(parameter));
    }

    private static boolean takesRun(ExtensionContext context) {
        return Arrays.asList(context.getRequiredTestMethod().getParameterTypes())
                .contains(NotebookRun.class);
    }

    /**
     * One test.
     *
     * @param displayName as reports show it
     * @param configuration its name, when there is one
     */
    private record Invocation(String displayName, List<String> configuration) implements TestTemplateInvocationContext {

        static Invocation under(String configuration) {
            return new Invocation(configuration, List.of(configuration));
        }

        static Invocation plain(String module) {
            return new Invocation(module, List.of());
        }

        @Override
        public String getDisplayName(int invocationIndex) {
            return KnownSecrets.ofThisJvm().redact(displayName);
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            configuration.forEach(name -> ExtensionState.choose(context, name));
        }
    }
}
