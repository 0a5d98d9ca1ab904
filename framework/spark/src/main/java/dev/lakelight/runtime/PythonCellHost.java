package dev.lakelight.runtime;

import dev.lakelight.dbutils.DBUtils;
import dev.lakelight.python.PythonHost;
import dev.lakelight.result.TableSample;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** What the Python cells of one run reach: its objects, and the output of the cell that is running. */
final class PythonCellHost implements PythonHost {

    private final CellObjects objects;
    private volatile @Nullable Running running;

    PythonCellHost(CellObjects objects) {
        this.objects = objects;
    }

    /** Let what comes from Python belong to this cell from now on. */
    void run(CellPlace place, CellOutput output) {
        running = new Running(place, output);
    }

    private Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    @Override
    public SparkSession spark() {
        return objects.spark();
    }

    @Override
    public DBUtils dbutils() {
        return objects.dbutils();
    }

    @Override
    public void enter() {
        running().ifPresent(cell -> cell.output().join());
    }

    @Override
    public void display(@Nullable Object value) {
        CellFunctions.display(value);
    }

    @Override
    public void display(TableSample table) {
        running().ifPresent(cell -> cell.output().show(table));
    }

    @Override
    public void displayHtml(String html) {
        CellFunctions.displayHTML(html);
    }

    @Override
    public void warn(String text) {
        running().ifPresent(cell -> cell.output().warn(text));
    }

    @Override
    public void shell(String command) {
        running().ifPresent(cell -> new ShellCell(objects.workingFolder(), cell.place(), command).run());
    }

    private record Running(CellPlace place, CellOutput output) {}
}
