package dev.lakelight.junit;

import dev.lakelight.lake.Fixture;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * Makes the lake of each test of a class, or of one method, a fork of a fixture. The fixture is built once, by the first test that
 * needs it, and kept in the build directory for later runs.
 *
 * <pre>{@code
 * class Shop implements Supplier<Fixture> {
 *
 *   @Override
 *   public Fixture get() {
 *     return Fixture.of("shop", lake -> lake.sql("CREATE TABLE orders AS SELECT 1 AS id"));
 *   }
 * }
 *
 * @LakelightTest
 * @ForkOf(Shop.class)
 * class OrdersTest { ... }
 * }</pre>
 *
 * <p>An annotation on the method wins over that on the class. Nested classes inherit that of the class around them.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface ForkOf {

    /** Return the class that makes the fixture. It has a constructor without parameters. */
    Class<? extends Supplier<Fixture>> value();
}
