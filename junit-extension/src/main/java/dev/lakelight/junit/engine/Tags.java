package dev.lakelight.junit.engine;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestTag;

/** Turns the tags of YAML files into those of JUnit. */
final class Tags {

    private Tags() {}

    /**
     * Return the tags of these names.
     *
     * @throws UserError when JUnit could not select by one of them
     */
    static Set<TestTag> of(List<String> names, SourceLocation declaredAt) {
        return names.stream().map(name -> of(name, declaredAt)).collect(toUnmodifiableSet());
    }

    private static TestTag of(String name, SourceLocation declaredAt) {
        if (!TestTag.isValid(name)) {
            throw new UserError(
                    "%s: The tag '%s' cannot be used: tags have no spaces and none of the characters , ( ) & | !"
                            .formatted(declaredAt, name),
                    declaredAt);
        }

        return TestTag.create(name);
    }
}
