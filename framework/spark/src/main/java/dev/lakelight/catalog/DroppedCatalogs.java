package dev.lakelight.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What becomes of catalogs that are dropped. */
public final class DroppedCatalogs {

    private final Catalogs catalogs;

    /** Drop catalogs of a session. */
    public DroppedCatalogs(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Return the schemas of a catalog that is not Spark's own, sorted. */
    public List<String> schemas(String catalog) {
        return catalogs.databases().stream()
                .flatMap(schema -> SchemaName.ofStored(schema).stream())
                .filter(schema -> schema.catalog().equals(lower(catalog)))
                .map(SchemaName::schema)
                .sorted()
                .toList();
    }

    /** Let the session not know a catalog any more whose schemas have been dropped, also when a setting names it. */
    public void forget(String catalog) {
        String others =
                catalogs.listed().filter(name -> !name.equals(lower(catalog))).collect(Collectors.joining(","));
        catalogs.conf().setConfString(Catalogs.SETTING, others);
        catalogs.conf().unsetConf(Catalogs.PLUGIN + lower(catalog));
    }

    private static String lower(String catalog) {
        return catalog.toLowerCase(Locale.ROOT);
    }
}
