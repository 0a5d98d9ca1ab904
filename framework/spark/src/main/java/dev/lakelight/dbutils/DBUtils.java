package dev.lakelight.dbutils;

/** The object {@code dbutils} of a notebook run. */
public final class DBUtils {

    /** Parameters of the notebook. */
    public final WidgetUtils widgets;

    /** The notebook itself and others. */
    public final NotebookUtils notebook;

    /** The job whose task the notebook is. */
    public final JobsUtils jobs;

    /** Create the object for one run. */
    public DBUtils(WidgetUtils widgets, NotebookUtils notebook, JobsUtils jobs) {
        this.widgets = widgets;
        this.notebook = notebook;
        this.jobs = jobs;
    }
}
