package dev.lakelight.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.connector.catalog.CatalogManager;
import org.apache.spark.sql.connector.catalog.CatalogPlugin;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.SQLConf$;
import org.apache.spark.sql.internal.SessionState;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The catalogs of a lake, seen from one of its sessions: those that settings name, and those that someone has created. The latter
 * are known by their schema {@code default}, so all sessions of a lake have the same.
 */
public final class Catalogs {

    /** Session setting: names of catalogs that are there from the start, separated by commas. */
    public static final String SETTING = "spark.lakelight.catalogs";

    private static final String DEFAULT_CATALOG = "spark.sql.defaultCatalog";
    static final String PLUGIN = "spark.sql.catalog.";

    private final org.apache.spark.sql.classic.SparkSession session;

    /** See the catalogs from a session. */
    public Catalogs(SparkSession session) {
        this.session = (org.apache.spark.sql.classic.SparkSession) session;
    }

    /** Let the session know all catalogs of its lake. Cheap when it does. */
    public void define() {
        Stream.concat(configured(), created()).forEach(this::define);
    }

    /** Return the names of all catalogs but Spark's own, sorted. */
    public Set<String> names() {
        define();
        Set<String> names = new TreeSet<>();
        CollectionConverters.asJava(conf().getAllConfs()).forEach((key, value) -> {
            if (key.startsWith(PLUGIN) && value.equals(NamedCatalog.class.getName())) {
                names.add(key.substring(PLUGIN.length()));
            }
        });
        return names;
    }

    /** Return whether there is such a catalog; Spark's own is none. */
    public boolean contains(String name) {
        return NamedCatalog.class.getName().equals(conf().getConfString(PLUGIN + name.toLowerCase(Locale.ROOT), ""));
    }

    /** Return whether a name is that of Spark's own catalog, or the name that Databricks has for it. */
    public static boolean isAlwaysThere(String catalog) {
        return SchemaName.isStoredAsIs(catalog);
    }

    /**
     * Return the name that a schema has in Spark's session catalog.
     *
     * @throws dev.lakelight.problem.UserError when the catalog cannot have this name
     */
    public static String stored(String catalog, String schema) {
        return new SchemaName(SchemaName.isStoredAsIs(catalog) ? catalog : SchemaName.requireCatalog(catalog), schema)
                .stored();
    }

    /** Return the name, with the catalog if it is not Spark's own, of a schema of the session catalog. */
    public String shown(String schema) {
        return SchemaName.ofStored(schema)
                .filter(name -> contains(name.catalog()))
                .map(name -> name.catalog() + "." + name.schema())
                .orElse(schema);
    }

    /**
     * Return a text of Spark with the names of schemas as users know them. A text that is nothing but the name of one is shown
     * without the catalog.
     */
    public String shownIn(String text) {
        Optional<SchemaName> whole =
                text.contains("__") ? SchemaName.ofStored(text).filter(this::isKnown) : Optional.empty();
        return whole.map(SchemaName::schema).orElseGet(() -> shownText().of(text));
    }

    ShownText shownText() {
        return new ShownText(this::contains, this::isKnown);
    }

    /** Return the catalog with a name that a schema of Spark's session catalog belongs to. */
    public Optional<String> catalogOf(String schema) {
        return SchemaName.ofStored(schema).filter(this::isKnown).map(SchemaName::catalog);
    }

    /** Return whether there is a catalog, whoever has made it. */
    public boolean isKnown(String catalog) {
        return isAlwaysThere(catalog)
                || conf().contains(PLUGIN + catalog.toLowerCase(Locale.ROOT))
                || conf().contains(PLUGIN + catalog);
    }

    private boolean isKnown(SchemaName name) {
        return contains(name.catalog()) && sessionCatalog().databaseExists(name.stored());
    }

    /**
     * Return the schema and the name that a function has in Spark's session catalog.
     *
     * @return nothing when it is not of a catalog with a name, or, unless all three parts tell so, there is none
     */
    public Optional<List<String>> storedFunction(List<String> parts) {
        define();
        return new StoredFunctions(this).inSessionCatalog(parts);
    }

    /** Return the catalog of names that do not tell theirs, in a session that has not changed it. */
    public String defaultCatalog() {
        return conf().getConfString(DEFAULT_CATALOG, SchemaName.SESSION_CATALOG);
    }

    /** Create the catalog of a schema, by its name in Spark's session catalog, unless there is one. */
    public void createFor(String stored) {
        Optional<SchemaName> name = SchemaName.ofStored(stored);

        if (name.isPresent()) {
            String schema = new SchemaName(name.get().catalog(), SchemaName.DEFAULT).stored();
            session.sql("CREATE SCHEMA IF NOT EXISTS %s.%s".formatted(SchemaName.SESSION_CATALOG, schema));
            define(name.get().catalog());
        }
    }

    /** Make Spark load all plugins: it lists those only that were used. */
    void loadAll() {
        names().forEach(this::load);
    }

    Collection<String> databases() {
        return CollectionConverters.asJava(sessionCatalog().listDatabases());
    }

    /**
     * Return the plugin of Spark's own catalog. Spark looks for it by the settings of the thread's session, which may be another; and
     * Delta's, when it is made, takes that one for its own.
     */
    CatalogPlugin sessionPlugin() {
        return inSession(() -> manager().v2SessionCatalog());
    }

    CatalogManager manager() {
        return state().catalogManager();
    }

    SessionCatalog sessionCatalog() {
        return state().catalog();
    }

    SparkSession session() {
        return session;
    }

    private Stream<String> configured() {
        return Stream.concat(listed(), Stream.of(defaultCatalog()))
                .filter(name -> !name.equals(SchemaName.SESSION_CATALOG));
    }

    /** Return those that the setting names. */
    Stream<String> listed() {
        return Arrays.stream(conf().getConfString(SETTING, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    private Stream<String> created() {
        return databases().stream()
                .flatMap(schema -> SchemaName.ofStored(schema).stream())
                .filter(name -> name.schema().equals(SchemaName.DEFAULT))
                .map(SchemaName::catalog);
    }

    /** A plugin that someone has configured under this name stays. */
    private void define(String name) {
        String key = PLUGIN + name;

        if (!conf().contains(key)) {
            conf().setConfString(PLUGIN + SchemaName.requireCatalog(name), NamedCatalog.class.getName());
        }

        if (contains(name)) {
            load(name);
        }
    }

    /**
     * Spark would make the plugin when it is first asked for, and the plugin belongs to the session that is active then: in a thread
     * that works with several lakes, to the wrong one. Cheap when it is made.
     */
    private void load(String name) {
        inSession(() -> manager().catalog(name));
    }

    private <T> T inSession(Supplier<T> work) {
        return ActiveSession.during(session, () -> SQLConf$.MODULE$.withExistingConf(conf(), work::get));
    }

    SQLConf conf() {
        return state().conf();
    }

    private SessionState state() {
        return session.sessionState();
    }
}
