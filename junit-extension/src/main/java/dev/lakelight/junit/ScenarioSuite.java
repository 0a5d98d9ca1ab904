package dev.lakelight.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks a class that stands for a folder of scenarios and notebook tests, for tools which find tests by class only, such as
 * Maven Surefire. The class needs no content:
 *
 * <pre>{@code
 * @ScenarioSuite
 * class ScenariosTest {}
 * }</pre>
 *
 * <p>The suite that {@code lakelight:integration-test} runs looks at the folders itself and ignores these classes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Testable
public @interface ScenarioSuite {

    /** Return the folder, or one file, relative to the project's base directory. */
    String value() default "src/test/lakelight";
}
