package dev.lakelight.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a lake of its own on a running cluster.
 *
 * <p>The same as {@code @ExtendWith(LakelightExtension.class)}, which see for what can be injected. Works as a
 * meta-annotation, together with {@link SparkCluster} for example:
 *
 * <pre>{@code
 * @LakelightTest
 * @SparkCluster(executors = 2)
 * @Tag("integration")
 * @Retention(RetentionPolicy.RUNTIME)
 * @interface PipelineIntegrationTest {}
 * }</pre>
 *
 * @see LakelightExtension
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(LakelightExtension.class)
public @interface LakelightTest {}
