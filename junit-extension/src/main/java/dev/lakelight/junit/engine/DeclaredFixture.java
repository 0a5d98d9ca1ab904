package dev.lakelight.junit.engine;

import dev.lakelight.configuration.FixtureSpec;
import dev.lakelight.lake.Fixture;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** Makes the fixture that a scenario file declares: of its seeds, or by its class. */
final class DeclaredFixture {

    private DeclaredFixture() {}

    static Fixture of(FixtureSpec spec, ProjectFiles files) {
        return spec.maker() == null ? Fixture.of(spec.name(), spec.given(), files) : madeBy(spec.maker(), spec);
    }

    private static Fixture madeBy(String maker, FixtureSpec spec) {
        try {
            Class<?> type = ReflectionSupport.tryToLoadClass(maker).get();

            if (ReflectionSupport.newInstance(type) instanceof Supplier<?> supplier
                    && supplier.get() instanceof Fixture fixture) {
                return fixture.dependsOn(type);
            }

            throw unusable(maker, spec, "it is no Supplier<Fixture>", null);
        } catch (UserError e) {
            throw e;
        } catch (Exception e) {
            // JUnit throws what the constructor throws without declaring it.
            throw unusable(maker, spec, e.toString(), e);
        }
    }

    private static UserError unusable(String maker, FixtureSpec spec, String why, @Nullable Exception cause) {
        String message =
                ("%s: the class %s cannot make the fixture '%s': %s. It must be a Supplier<Fixture> with a constructor"
                                + " without parameters, and static when it is a nested class.")
                        .formatted(spec.declaredAt(), maker, spec.name(), why);
        return cause == null ? new UserError(message, spec.declaredAt()) : new UserError(message, cause);
    }
}
