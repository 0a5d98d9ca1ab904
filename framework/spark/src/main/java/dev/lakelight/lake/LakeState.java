package dev.lakelight.lake;

import dev.lakelight.catalog.CatalogSnapshot;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.TableIdentifier;

/**
 * What a lake holds beside its files.
 *
 * @param catalog schemas, tables, views and functions
 * @param tables where the history of each table stands, see {@link TableStates}
 */
record LakeState(CatalogSnapshot catalog, Map<TableIdentifier, Baseline> tables) implements Serializable {

    LakeState {
        tables = new HashMap<>(tables);
    }

    static LakeState of(Lake lake) {
        return new LakeState(CatalogSnapshot.of(lake.session()), new TableStates(lake).now());
    }
}
