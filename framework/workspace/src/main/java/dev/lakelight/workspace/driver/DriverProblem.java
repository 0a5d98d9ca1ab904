package dev.lakelight.workspace.driver;

/**
 * Why a driver could not do what it was asked for.
 *
 * @param message for people
 * @param sqlState of Spark's errors; empty otherwise
 */
public record DriverProblem(String message, String sqlState) {}
