package dev.lakelight.dialect;

import dev.lakelight.catalog.StoredNames;
import dev.lakelight.catalog.UnnamedColumns;
import dev.lakelight.frozen.FrozenDefaults;
import dev.lakelight.frozen.FrozenPlan;
import dev.lakelight.frozen.FrozenTables;
import dev.lakelight.frozen.MissingDefaults;
import org.apache.spark.sql.SparkSessionExtensions;
import scala.Function1;
import scala.runtime.BoxedUnit;

/** Called by Spark for each session: registers what Lakelight adds to SQL. */
public final class LakelightExtensions implements Function1<SparkSessionExtensions, BoxedUnit> {

    /** Called by Spark. */
    public LakelightExtensions() {}

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectParser(LakelightParser::new);
        extensions.injectFunction(DialectFunctions.currentMetastore());
        extensions.injectFunction(DialectFunctions.jsonPath());
        DialectFunctions.others().forEach(extensions::injectFunction);
        extensions.injectTableFunction(DialectFunctions.readFiles());
        extensions.injectTableFunction(DialectFunctions.cloudFiles());
        extensions.injectHintResolutionRule(session -> new EndedScripts());
        extensions.injectHintResolutionRule(LateStatements::new);
        extensions.injectHintResolutionRule(session -> new ShownDetails());
        extensions.injectHintResolutionRule(JsonPaths::new);
        extensions.injectHintResolutionRule(StoredNames::new);
        extensions.injectHintResolutionRule(FrozenDefaults::new);
        extensions.injectResolutionRule(UnnamedColumns::new);
        extensions.injectResolutionRule(FrozenPlan::new);
        extensions.injectResolutionRule(FrozenTables::new);
        extensions.injectResolutionRule(MissingDefaults::new);
        return BoxedUnit.UNIT;
    }
}
