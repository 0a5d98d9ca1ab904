package dev.lakelight.catalog;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NamespaceAlreadyExistsException;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NonEmptyNamespaceException;
import org.apache.spark.sql.connector.catalog.CatalogPlugin;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The schemas of a catalog with a name, as Spark asks for them. */
abstract class CatalogSchemas implements SupportsNamespaces {

    private final Catalogs catalogs = new Catalogs(SparkSession.active());
    private String name = "";

    @Override
    public final void initialize(String catalog, CaseInsensitiveStringMap options) {
        name = SchemaName.isStoredAsIs(catalog) ? catalog : SchemaName.requireCatalog(catalog);
        String[] schema = stored(defaultNamespace());

        if (!namespaces().namespaceExists(schema)) {
            try {
                namespaces().createNamespace(schema, Map.of());
            } catch (NamespaceAlreadyExistsException anotherSessionWasFirst) {
                // That is what was wanted.
            }
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String[] defaultNamespace() {
        return new String[] {SchemaName.DEFAULT};
    }

    @Override
    public final String[][] listNamespaces() {
        return catalogs.databases().stream()
                .flatMap(schema -> ownSchema(schema).stream())
                .map(schema -> new String[] {schema})
                .toArray(String[][]::new);
    }

    private Optional<String> ownSchema(String stored) {
        if (SchemaName.isStoredAsIs(name)) {
            return Optional.of(stored).filter(schema -> catalogs.shown(schema).equals(schema));
        }

        return SchemaName.ofStored(stored)
                .filter(schema -> schema.catalog().equals(name))
                .map(SchemaName::schema);
    }

    @Override
    public final String[][] listNamespaces(String[] namespace) throws NoSuchNamespaceException {
        if (namespace.length == 0) {
            return listNamespaces();
        }

        requireNamespace(namespace);
        return new String[0][];
    }

    @Override
    public final boolean namespaceExists(String[] namespace) {
        return namespace.length == 1 && namespaces().namespaceExists(stored(namespace));
    }

    @Override
    public final Map<String, String> loadNamespaceMetadata(String[] namespace) throws NoSuchNamespaceException {
        requireNamespace(namespace);
        return namespaces().loadNamespaceMetadata(stored(namespace));
    }

    @Override
    public final void createNamespace(String[] namespace, Map<String, String> metadata)
            throws NamespaceAlreadyExistsException {
        if (namespaceExists(namespace)) {
            throw new NamespaceAlreadyExistsException(namespace);
        }

        namespaces().createNamespace(stored(namespace), metadata);
    }

    @Override
    public final void alterNamespace(String[] namespace, NamespaceChange... changes) throws NoSuchNamespaceException {
        requireNamespace(namespace);
        namespaces().alterNamespace(stored(namespace), changes);
    }

    @Override
    public final boolean dropNamespace(String[] namespace, boolean cascade)
            throws NoSuchNamespaceException, NonEmptyNamespaceException {
        requireNamespace(namespace);
        return namespaces().dropNamespace(stored(namespace), cascade);
    }

    final void requireNamespace(String[] namespace) throws NoSuchNamespaceException {
        if (!namespaceExists(namespace)) {
            throw noNamespace(namespace);
        }
    }

    final NoSuchNamespaceException noNamespace(String[] namespace) {
        return new NoSuchNamespaceException(
                Stream.concat(Stream.of(name), Arrays.stream(namespace)).toArray(String[]::new));
    }

    final String[] stored(String[] namespace) {
        return namespace.length == 1 ? new String[] {new SchemaName(name, namespace[0]).stored()} : namespace;
    }

    /** Return Spark's session catalog, Delta's with it. */
    final CatalogPlugin sessionPlugin() {
        return catalogs.sessionPlugin();
    }

    private SupportsNamespaces namespaces() {
        return (SupportsNamespaces) sessionPlugin();
    }
}
