package dev.lakelight.dbutils;

import dev.lakelight.problem.UserError;

/** What users are told of the parts of {@code dbutils} that cannot be here. */
final class NotHere {

    static final String LIBRARIES = "libraries are those of the project. Add it to the project's dependencies.";
    static final String ROLES =
            "there is no cloud account. Remove the call, or leave it out when the notebook is tested.";
    static final String SUMMARY = "it is for readers of a notebook. Use summary() of the Dataset.";
    static final String CLASSES = "cells keep their classes for the cells that follow. Define them in a cell.";

    private NotHere() {}

    static UserError because(String method, String reason) {
        return new UserError("%s is not here: %s".formatted(method, reason));
    }
}
