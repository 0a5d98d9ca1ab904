package dev.lakelight.catalog;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogFunction;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import org.apache.spark.sql.catalyst.catalog.FunctionResource;
import org.apache.spark.sql.catalyst.catalog.FunctionResourceType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A function of Spark's session catalog. Spark's own description of one cannot be serialized.
 *
 * @param className of its code; of SQL functions a name of Spark's
 * @param resources its files; of SQL functions their text
 */
record StoredFunction(FunctionIdentifier identifier, String className, List<Resource> resources)
        implements Serializable {

    StoredFunction {
        resources = List.copyOf(resources);
    }

    /**
     * A file of a function.
     *
     * @param type as Spark calls it
     */
    record Resource(String type, String uri) implements Serializable {

        FunctionResource ofSpark() {
            return new FunctionResource(FunctionResourceType.fromString(type), uri);
        }
    }

    static StoredFunction of(CatalogFunction function) {
        return new StoredFunction(
                function.identifier(),
                function.className(),
                CollectionConverters.asJava(function.resources()).stream()
                        .map(each -> new Resource(each.resourceType().resourceType(), each.uri()))
                        .toList());
    }

    void create(ExternalCatalog catalog) {
        List<FunctionResource> files = resources.stream().map(Resource::ofSpark).toList();
        catalog.createFunction(
                identifier.database().get(),
                new CatalogFunction(
                        identifier,
                        className,
                        CollectionConverters.asScala(files).toSeq()));
    }
}
