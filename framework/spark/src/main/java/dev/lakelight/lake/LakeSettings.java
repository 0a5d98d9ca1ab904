package dev.lakelight.lake;

import dev.lakelight.path.LakePaths;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkContext;

/** What a lake's session and the threads that use it are told. */
record LakeSettings(LakeOptions options, LakeFolder folder) {

    Map<String, String> ofSession() {
        Map<String, String> settings = new LinkedHashMap<>(options.settings());
        settings.putAll(paths());
        return settings;
    }

    /** What is done without a session, {@code SparkContext.textFile} and its like, learns the lake from the thread. */
    void setInThread(SparkContext context, String roots) {
        // A pool may have started this thread from one that was in the middle of another test's query; its jobs would
        // then be
        // cancelled when that test's lake is closed.
        context.clearJobTags();
        paths().forEach(context::setLocalProperty);
        context.setLocalProperty(LakePaths.ROOTS_SETTING, roots);
    }

    private Map<String, String> paths() {
        return Map.of(
                LakePaths.FILES_SETTING,
                folder.files().toString(),
                LakePaths.PROJECT_SETTING,
                options.projectFiles().baseDirectory().toString());
    }
}
