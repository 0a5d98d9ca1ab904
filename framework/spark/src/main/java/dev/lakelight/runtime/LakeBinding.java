package dev.lakelight.runtime;

import dev.lakelight.configuration.Placeholders;
import dev.lakelight.project.ProjectFiles;
import org.apache.spark.sql.SparkSession;

/**
 * What runs need of a lake.
 *
 * @param lake the object {@code lake} of Java cells
 * @param session whose catalog and tables runs share
 * @param files where notebooks are
 * @param placeholders in parameters and arguments
 */
record LakeBinding(Object lake, SparkSession session, ProjectFiles files, Placeholders placeholders) {}
