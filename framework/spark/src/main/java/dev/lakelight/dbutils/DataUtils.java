package dev.lakelight.dbutils;

/** {@code dbutils.data}, of which nothing is here. */
@SuppressWarnings("DoNotCallSuggester")
public final class DataUtils {

    /** Create the object. */
    public DataUtils() {}

    /** Refuse. */
    public void summarize(Object df) {
        throw NotHere.because("dbutils.data.summarize", NotHere.SUMMARY);
    }

    /** Refuse. */
    public void summarize(Object df, boolean precise) {
        summarize(df);
    }

    /** Print what there is. */
    public void help() {
        CellPrinter.help("data", DataUtils.class);
    }

    /** Print what a method takes. */
    public void help(String method) {
        CellPrinter.help("data", DataUtils.class, method);
    }
}
