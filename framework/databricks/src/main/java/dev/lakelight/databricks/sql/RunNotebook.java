package dev.lakelight.databricks.sql;

import dev.lakelight.databricks.rows.NotRemoteException;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs a notebook of the pipeline in the catalog of a test. */
public final class RunNotebook {

    /** What {@code %run} has no way to write within quotes. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\"\\\\\\r\\n]|^\\$");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern SETTING = Pattern.compile("[\\w.-]+");

    private RunNotebook() {}

    /**
     * Write the notebook.
     *
     * @param catalog of the test
     * @param settings Spark settings of the session, in order
     * @param module path of the notebook in the workspace, without extension
     * @param parameters with which it is run, in order
     * @throws NotRemoteException when a name or value cannot be written
     */
    public static String of(
            String catalog, Map<String, String> settings, String module, Map<String, String> parameters) {
        StringBuilder session = new StringBuilder("USE CATALOG " + Sql.name(catalog));
        settings.forEach((name, value) -> session.append(";\n").append(setting(name, value)));
        return new SqlNotebook()
                .cell(session.toString())
                .magic(run(module, parameters))
                .text();
    }

    private static String setting(String name, String value) {
        if (!SETTING.matcher(name).matches() || value.matches("(?s).*[;\\r\\n$].*")) {
            throw new NotRemoteException("the Spark setting %s cannot be written as SQL".formatted(name));
        }

        return "SET %s=%s".formatted(name, value);
    }

    private static String run(String module, Map<String, String> parameters) {
        StringBuilder line =
                new StringBuilder("%run ").append('"').append(module).append('"');
        parameters.forEach((name, value) -> line.append(parameter(name, value)));
        return line.toString();
    }

    private static String parameter(String name, String value) {
        if (!NAME.matcher(name).matches() || UNWRITABLE.matcher(value).find()) {
            throw new NotRemoteException(
                    "the parameter '%s' cannot be handed over by %%run: its value has a quote, a backslash or a line break, begins with a dollar sign, or its name is not a word"
                            .formatted(name));
        }

        return " $%s=\"%s\"".formatted(name, value);
    }
}
