package dev.lakelight.benchmark.sqlcells;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * SQL cells that do next to nothing, so that what a notebook adds shows.
 *
 * @param statements one a cell, each of another text
 */
record SmallCells(List<String> statements) {

    static SmallCells of(int count) {
        return new SmallCells(IntStream.rangeClosed(1, count)
                .mapToObj("SELECT %d + 1 AS x"::formatted)
                .toList());
    }

    /** Return the notebook in Databricks source format. */
    String notebook() {
        return statements.stream()
                .collect(Collectors.joining("\n\n-- COMMAND ----------\n\n", "-- Databricks notebook source\n", "\n"));
    }
}
