package com.databricks.dbutils_v1;

import dev.lakelight.dbutils.DBUtils;
import dev.lakelight.dbutils.OfficialApi;

/** Where older Scala notebooks and modules import {@code dbutils} from. */
public final class DBUtilsHolder {

    private DBUtilsHolder() {}

    /**
     * Return the {@code dbutils} of the run that this thread belongs to.
     *
     * @throws IllegalStateException when it belongs to none
     */
    public static DBUtils dbutils() {
        return OfficialApi.dbutils();
    }
}
