package dev.lakelight.dbutils;

/**
 * What {@code dbutils} of a run stands on.
 *
 * @param run which run it is
 * @param widgets its parameters and widgets
 * @param runner runs other notebooks for it
 * @param lake what it shares with other runs
 */
public record RunParts(RunIdentity run, Widgets widgets, NotebookRunner runner, LakeParts lake) {}
