package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.catalog.StoredNames;
import dev.lakelight.frozen.FrozenPlan;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import scala.Function1;
import scala.runtime.BoxedUnit;

/** Called by Spark for each session: registers what Lakelight adds to SQL. */
public final class LakelightExtensions implements Function1<SparkSessionExtensions, BoxedUnit> {

    /** Called by Spark. */
    public LakelightExtensions() {}

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectParser(LakelightExtensions::parser);
        extensions.injectParser(DialectParser::new);
        extensions.injectFunction(DialectFunctions.currentMetastore());
        extensions.injectTableFunction(DialectFunctions.readFiles());
        extensions.injectTableFunction(DialectFunctions.cloudFiles());
        extensions.injectHintResolutionRule(StoredNames::new);
        extensions.injectResolutionRule(FrozenPlan::new);
        return BoxedUnit.UNIT;
    }

    private static ParserInterface parser(SparkSession session, ParserInterface spark) {
        Catalogs catalogs = new Catalogs(session);
        return new LakelightParser(spark, catalogs, List.of(new CatalogStatements(catalogs)));
    }
}
