package dev.lakelight.dbutils;

import java.util.List;

/** The object {@code dbutils} of a run. The official API reads its fields by their names. */
public final class DBUtils {

    private static final List<String> PARTS =
            List.of("fs", "widgets", "notebook", "secrets", "jobs", "library", "credentials", "data", "meta");

    /** Parameters of the notebook. */
    public final WidgetUtils widgets;

    /** The notebook itself and others. */
    public final NotebookUtils notebook;

    /** Files. */
    public final FsUtils fs;

    /** Secrets. */
    public final SecretUtils secrets;

    /** What tasks of a job tell each other. */
    public final JobsUtils jobs;

    /** Libraries: those of the project. */
    public final LibraryUtils library = new LibraryUtils();

    /** Not here. */
    public final CredentialsUtils credentials = new CredentialsUtils();

    /** Not here. */
    public final DataUtils data = new DataUtils();

    /** Not here. */
    public final MetaUtils meta = new MetaUtils();

    /** Create the object for one run. */
    public DBUtils(RunParts parts) {
        this.widgets = new WidgetUtils(parts.widgets());
        this.notebook = new NotebookUtils(parts.runner(), CommandContext.of(parts.run()));
        this.fs = new FsUtils(parts.lake().paths(), parts.lake().mounts());
        this.secrets = new SecretUtils(parts.lake().secrets());
        this.jobs = new JobsUtils(parts.run().task());
    }

    /** Print the parts; each of them has a {@code help()} of its own. */
    public void help() {
        PARTS.forEach(part -> CellPrinter.println("dbutils." + part));
    }

    /** Print the methods of a part. */
    public void help(String part) {
        switch (part) {
            case "fs" -> fs.help();
            case "widgets" -> widgets.help();
            case "notebook" -> notebook.help();
            case "secrets" -> secrets.help();
            case "jobs" -> jobs.help();
            case "library" -> library.help();
            case "credentials" -> credentials.help();
            case "data" -> data.help();
            case "meta" -> meta.help();
            default -> help();
        }
    }
}
