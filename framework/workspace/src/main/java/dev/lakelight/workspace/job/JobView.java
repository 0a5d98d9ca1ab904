package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.job.store.StoredJob;

/** Jobs on the wire. */
record JobView(ApiVersion version, StoredJob job) {

    /** Return the job with all its settings. */
    ObjectNode full() {
        ObjectNode view = WireJson.mapper().createObjectNode();
        view.put("job_id", job.jobId());
        view.put("creator_user_name", job.creator());
        view.put("run_as_user_name", runAs());
        view.put("created_time", job.createdTime());
        ObjectNode settings = job.settings().deepCopy();

        if (version == ApiVersion.V2_0) {
            SingleTask.gather(settings);
        } else {
            settings.put("format", "MULTI_TASK");
        }

        view.set("settings", settings);
        return view;
    }

    /** Return the job without its tasks. */
    ObjectNode brief() {
        ObjectNode view = full();

        if (version != ApiVersion.V2_0) {
            ((ObjectNode) view.path("settings")).remove("tasks");
            ((ObjectNode) view.path("settings")).remove("job_clusters");
        }

        return view;
    }

    private String runAs() {
        JsonNode runAs = job.settings().path("run_as");
        return runAs.path("user_name")
                .asText(runAs.path("service_principal_name").asText(job.creator()));
    }
}
