package dev.lakelight.docs.examples;

import dev.lakelight.junit.LakelightTest;
import dev.lakelight.junit.SparkCluster;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Tag;

@LakelightTest
@SparkCluster(executors = 2)
@Tag("integration")
@Retention(RetentionPolicy.RUNTIME)
@interface PipelineIntegrationTest {}
