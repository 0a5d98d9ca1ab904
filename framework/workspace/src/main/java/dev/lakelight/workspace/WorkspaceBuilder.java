package dev.lakelight.workspace;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.workspace.cluster.TaskClusters;
import dev.lakelight.workspace.driver.DriverClassPath;
import dev.lakelight.workspace.identity.WorkspaceUser;
import dev.lakelight.workspace.job.notify.MailServer;
import dev.lakelight.workspace.tls.TrustedAuthorities;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a workspace to start. */
public final class WorkspaceBuilder {

    private static final long LARGEST_UPLOAD = 5L << 30;

    private final Path stateFolder;
    private final List<WorkspaceUser> users = new ArrayList<>();
    private String address = "127.0.0.1";
    private int port;
    private boolean encrypted;
    private long largestUpload = LARGEST_UPLOAD;
    private DriverClassPath classPath = DriverClassPath.ofThisJvm();
    private Clock clock = Clock.systemUTC();
    private final Map<String, URI> webhooks = new HashMap<>();
    private @Nullable MailServer mailServer;
    private @Nullable TaskClusters taskClusters;
    private @Nullable Path trusted;

    WorkspaceBuilder(Path stateFolder) {
        this.stateFolder = stateFolder;
    }

    /** Let someone log in. Without any, there is one administrator, {@code admin@localhost}, with a token of its own. */
    public WorkspaceBuilder user(WorkspaceUser user) {
        users.add(user);
        return this;
    }

    /** Let these log in. */
    public WorkspaceBuilder users(List<WorkspaceUser> more) {
        users.addAll(more);
        return this;
    }

    /**
     * Let those log in that a YAML or JSON file names.
     *
     * @throws dev.lakelight.problem.UserError when it cannot be read, or is not as it should be
     */
    public WorkspaceBuilder usersIn(Path file) {
        return users(UsersFile.read(file));
    }

    /** Listen on this port; otherwise, or with 0, on one that is free. */
    public WorkspaceBuilder port(int newPort) {
        port = newPort;
        return this;
    }

    /** Listen on this network interface; otherwise only this machine can reach the workspace. Others need {@link #encrypted()}. */
    public WorkspaceBuilder address(String newAddress) {
        address = newAddress;
        return this;
    }

    /** Serve HTTPS, with a certificate that an authority of the workspace's own has signed: {@code ca.pem} in the state folder. */
    public WorkspaceBuilder encrypted() {
        encrypted = true;
        return this;
    }

    /** Refuse files that are larger, in bytes; otherwise those above 5 GiB. */
    public WorkspaceBuilder largestUpload(long bytes) {
        largestUpload = bytes;
        return this;
    }

    /** Send notifications of jobs for the webhook of this id to an address, beside the outbox. */
    public WorkspaceBuilder webhook(String id, URI webhook) {
        webhooks.put(id, webhook);
        return this;
    }

    /** Send notifications of jobs to people by this server, beside the outbox. */
    public WorkspaceBuilder mailServer(MailServer server) {
        mailServer = server;
        return this;
    }

    /**
     * Send notifications of jobs to people by the server that a YAML or JSON file names, beside the outbox.
     *
     * @throws dev.lakelight.problem.UserError when it cannot be read, or is not as it should be
     */
    public WorkspaceBuilder mailServerIn(Path file) {
        return mailServer(MailFile.read(file));
    }

    /** Run the tasks of jobs on these clusters, for tests of jobs. */
    WorkspaceBuilder taskClusters(TaskClusters clusters) {
        taskClusters = clusters;
        return this;
    }

    /**
     * Let clusters have the class path that is in a file: jars and folders with Spark and Delta among them, one a line or separated
     * as in a class path. Otherwise they have that of this JVM.
     *
     * @throws dev.lakelight.problem.UserError when the file cannot be read, an entry does not exist, or Spark or Delta is missing
     */
    public WorkspaceBuilder sparkClassPath(Path file) {
        classPath = DriverClassPath.in(file);
        return this;
    }

    /**
     * Trust the authorities of a PEM file when connecting to git, mail and webhooks, beside those that Java knows. This is so in the
     * whole JVM, and therefore for one that runs nothing but the workspace.
     */
    WorkspaceBuilder trusting(Path pem) {
        trusted = pem;
        return this;
    }

    /** Take the time from this clock. */
    WorkspaceBuilder clock(Clock newClock) {
        clock = newClock;
        return this;
    }

    /**
     * Start it.
     *
     * @throws dev.lakelight.problem.UserError when it would be open to others without encryption or with tokens that can be guessed
     * @throws EnvironmentError when the state folder or the port cannot be had
     */
    public Workspace start() {
        WorkspaceSettings settings = new WorkspaceSettings(
                stateFolder.toAbsolutePath().normalize(),
                address,
                port,
                encrypted,
                users,
                largestUpload,
                classPath,
                clock,
                new JobOptions(webhooks, mailServer, taskClusters));

        if (trusted != null) {
            TrustedAuthorities.addToThisJvm(trusted);
        }

        try {
            return WorkspaceStart.run(settings);
        } catch (IOException e) {
            throw new EnvironmentError(
                    "The workspace cannot use its state folder %s: %s".formatted(settings.stateFolder(), e), e);
        }
    }
}
