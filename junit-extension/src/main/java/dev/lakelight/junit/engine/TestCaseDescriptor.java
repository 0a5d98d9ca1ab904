package dev.lakelight.junit.engine;

import dev.lakelight.catalog.ShownErrors;
import dev.lakelight.problem.SecretFree;
import dev.lakelight.secret.KnownSecrets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.util.ExceptionUtils;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A test that is run: one declaration under one configuration or none. */
final class TestCaseDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

    private final Declaration declaration;
    private final @Nullable String configuration;

    TestCaseDescriptor(UniqueId id, Declaration declaration, @Nullable String configuration) {
        super(id, KnownSecrets.ofThisJvm().redact(declaration.displayName(configuration)), declaration.source());
        this.declaration = declaration;
        this.configuration = configuration;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        return declaration.tags();
    }

    @Override
    public SkipResult shouldBeSkipped(EngineContext context) {
        return Requirements.missing(declaration.requires())
                .map(SkipResult::skip)
                .orElse(SkipResult.doNotSkip());
    }

    /** Whoever runs the engine prints what is thrown. */
    @Override
    public EngineContext execute(EngineContext context, DynamicTestExecutor dynamicTests) {
        try {
            declaration.body().run(context.beds(), getUniqueId().toString(), configuration);
            return context;
        } catch (Throwable e) {
            ShownErrors.showInActiveSession(e);
            throw ExceptionUtils.throwAsUncheckedException(SecretFree.of(e));
        }
    }
}
