package dev.lakelight.workspace.cluster;

import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.driver.DriverOrder;
import dev.lakelight.workspace.driver.Drivers;
import dev.lakelight.workspace.secrets.ReadableSecrets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clusters are made of and with.
 *
 * @param room as many permits as drivers may run
 * @param folders of the workspace
 * @param secrets that settings may refer to
 * @param principals finds the maker of a cluster by name
 */
record ClusterParts(
        ClusterStore store,
        ClusterEvents events,
        Drivers drivers,
        LocalMachine machine,
        Semaphore room,
        ClusterFolders folders,
        ReadableSecrets secrets,
        Function<String, Optional<Principal>> principals,
        Clock clock) {

    private static final Pattern SECRET = Pattern.compile("\\{\\{secrets/([^/{}]+)/([^/{}]+)}}");

    /** Return what the driver of a cluster is told. */
    DriverOrder order(ClusterRecord cluster, int executors) {
        List<String> found = new ArrayList<>();
        Map<String, String> settings = resolved(cluster.spec().sparkSettings(), cluster.creator(), found);
        Map<String, String> environment = resolved(cluster.spec().environment(), cluster.creator(), found);
        return new DriverOrder(
                0,
                "",
                cluster.id(),
                executors,
                machine.executorMegabytes(),
                settings,
                environment,
                found,
                folders.lake().toString(),
                folders.dbfs().toString(),
                folders.workspace().toString(),
                folders.state().toString(),
                folders.of(cluster.id()).toString());
    }

    private Map<String, String> resolved(Map<String, String> values, String creator, List<String> found) {
        Map<String, String> resolved = new LinkedHashMap<>();
        values.forEach((name, value) -> resolved.put(name, SECRET.matcher(value).replaceAll(reference -> {
            String secret = secret(reference.group(1), reference.group(2), creator);
            found.add(secret);
            return Matcher.quoteReplacement(secret);
        })));
        return resolved;
    }

    private String secret(String scope, String key, String creator) {
        return principals
                .apply(creator)
                .flatMap(user -> secrets.find(user, scope, key))
                .orElseThrow(() -> new ClusterFailure(
                        "A setting of the cluster refers to the secret %s/%s, which does not exist or which %s may not read."
                                .formatted(scope, key, creator)));
    }
}
