package dev.lakelight.maven;

/** Every property that the goals read, by its name on the command line and in a POM. */
final class PropertyNames {

    static final String SKIP = "lakelight.skip";
    static final String SKIP_INTEGRATION_TESTS = "skipITs";
    static final String SKIP_TESTS = "skipTests";
    static final String SKIP_TEST_BUILD = "maven.test.skip";
    static final String IGNORE_FAILURES = "maven.test.failure.ignore";

    static final String CLUSTER = "lakelight.cluster";
    static final String EXECUTORS = "lakelight.executors";
    static final String EXECUTOR_CORES = "lakelight.executor.cores";
    static final String EXECUTOR_MEMORY = "lakelight.executor.memory";

    static final String SCENARIOS = "lakelight.scenarios";
    static final String NOTEBOOKS = "lakelight.notebooks";
    static final String TAGS = "lakelight.tags";
    static final String KEEP = "lakelight.keep";

    static final String TIMEOUT = "lakelight.timeout";
    static final String JVM_OPTIONS = "lakelight.jvmOptions";
    static final String PROPERTY_NAME = "lakelight.propertyName";

    static final String CDS = "lakelight.cds";
    static final String CDS_DIRECTORY = "lakelight.cds.directory";

    static final String WORK_DIRECTORY = "lakelight.workDirectory";
    static final String REPORTS_DIRECTORY = "lakelight.reportsDirectory";

    static final String BRANCH = "lakelight.branch";
    static final String REFERENCE_BRANCH = "lakelight.referenceBranch";

    static final String WORKSPACE_STATE = "lakelight.workspace.state";
    static final String WORKSPACE_PORT = "lakelight.workspace.port";
    static final String WORKSPACE_ADDRESS = "lakelight.workspace.address";
    static final String WORKSPACE_TLS = "lakelight.workspace.tls";
    static final String WORKSPACE_MAIL = "lakelight.workspace.mail";
    static final String WORKSPACE_TRUST = "lakelight.workspace.trust";
    static final String WORKSPACE_USERS = "lakelight.workspace.users";

    static final String TARGET = "lakelight.target";
    static final String DATABRICKS_PROFILE = "lakelight.databricks.profile";
    static final String DATABRICKS_CONFIG_FILE = "lakelight.databricks.configFile";
    static final String DATABRICKS_CLUSTER = "lakelight.databricks.cluster";
    static final String DATABRICKS_FOLDER = "lakelight.databricks.folder";
    static final String DATABRICKS_FILES = "lakelight.databricks.files";
    static final String DATABRICKS_GIT_URL = "lakelight.databricks.gitUrl";
    static final String DATABRICKS_GIT_PROVIDER = "lakelight.databricks.gitProvider";
    static final String DATABRICKS_JOB = "lakelight.databricks.job";
    static final String DATABRICKS_GIT_FOLDER = "lakelight.databricks.gitFolder";
    static final String DATABRICKS_PARALLEL = "lakelight.databricks.parallel";
    static final String DATABRICKS_RETENTION = "lakelight.databricks.retention";
    static final String DATABRICKS_EXIT_LANGUAGE = "lakelight.databricks.exitLanguage";

    private PropertyNames() {}
}
