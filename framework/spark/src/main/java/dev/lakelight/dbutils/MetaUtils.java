package dev.lakelight.dbutils;

/** {@code dbutils.meta}, of which nothing is here. */
@SuppressWarnings("DoNotCallSuggester")
public final class MetaUtils {

    /** Create the object. */
    public MetaUtils() {}

    /** Refuse. */
    public boolean define(String packageName, String code) {
        throw NotHere.because("dbutils.meta.define", NotHere.CLASSES);
    }

    /** Print what there is. */
    public void help() {
        CellPrinter.help("meta", MetaUtils.class);
    }

    /** Print what a method takes. */
    public void help(String method) {
        CellPrinter.help("meta", MetaUtils.class, method);
    }
}
