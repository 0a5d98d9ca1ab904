package dev.lakelight.workspace.job;

import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.job.notify.Notifications;
import dev.lakelight.workspace.job.run.RunLauncher;
import dev.lakelight.workspace.job.run.RunStores;
import dev.lakelight.workspace.job.run.RunSurroundings;
import dev.lakelight.workspace.job.trigger.FileLocations;
import dev.lakelight.workspace.job.trigger.Triggers;
import dev.lakelight.workspace.permission.AccessRequest;
import dev.lakelight.workspace.permission.Permissions;
import dev.lakelight.workspace.permission.SecurableSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts together all that has to do with jobs. */
public final class Jobs implements AutoCloseable {

    /** So long Databricks keeps runs. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final RunStores stores;
    private final RunLauncher launcher;
    private final Triggers triggers;
    private final JobAccess access;
    private final RunPages pages;
    private final Notifications notifications;
    private final SettingsCheck check;
    private final Clock clock;

    /** Put them together; nothing is started yet. */
    public Jobs(
            RunStores stores,
            RunSurroundings surroundings,
            FileLocations locations,
            Notifications notifications,
            Access access,
            Clock clock) {
        this.stores = stores;
        this.clock = clock;
        this.notifications = notifications;
        this.launcher = new RunLauncher(surroundings, stores, new JobEvents(stores, notifications));
        this.triggers = new Triggers(locations, new TriggeredRuns(stores, launcher), clock);
        this.access = new JobAccess(stores, access.permissions(), access.requests());
        this.pages = new RunPages(surroundings.url());
        this.check = new SettingsCheck(surroundings.clusters());
    }

    /** Return the operations, in all versions. */
    public List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();

        for (ApiVersion version : ApiVersion.values()) {
            topics.add(new JobRoutes(version, stores.jobs(), access, check, triggers));
            topics.add(new RunRoutes(version, stores, launcher, access, check));
            topics.add(new RunReadRoutes(version, stores, access, pages));
        }

        return topics;
    }

    /** Return what knows jobs as objects of permissions. */
    public SecurableSource securables() {
        return access;
    }

    /** Go on from what is stored: fail what was active, start what waits, and watch the triggers. */
    public void start() {
        stores.runs().deleteEndedBefore(clock.instant().minus(KEPT).toEpochMilli());
        launcher.recover();
        stores.jobs().all().forEach(job -> triggers.set(job.jobId(), job.settings()));
    }

    /** Stop what is active; the next start fails it. */
    @Override
    public void close() {
        triggers.close();
        launcher.close();
        notifications.close();
    }

    /** What decides about permissions. */
    public record Access(Permissions permissions, AccessRequest requests) {}
}
