package dev.lakelight.workspace.driver;

import dev.lakelight.launch.ArchivePolicy;
import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.LaunchProfile;
import dev.lakelight.launch.LaunchRequest;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.secret.KnownSecrets;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts drivers. */
public final class Drivers {

    private static final Logger LOG = LoggerFactory.getLogger(Drivers.class);
    private static final Duration STARTING = Duration.ofMinutes(3);

    private final DriverClassPath classPath;
    private final Path folder;
    private @Nullable LaunchProfile profile;

    /**
     * Start drivers.
     *
     * @param folder for what speeds up their start
     */
    public Drivers(DriverClassPath classPath, Path folder) {
        this.classPath = classPath;
        this.folder = folder;
    }

    /**
     * Start a driver and wait until it can take requests.
     *
     * @throws DriverLost when it does not start
     * @throws EnvironmentError when there is no Spark for it
     * @throws InterruptedException when this thread is interrupted meanwhile; the driver is ended then
     */
    public Driver start(DriverOrder order) throws DriverLost, InterruptedException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DriverOrder complete =
                    order.reachedAt(door.getLocalPort(), UUID.randomUUID().toString());
            ForkedJvm jvm = fork(complete);

            try {
                return ready(new DriverDoor(door, complete, jvm).await(STARTING));
            } catch (IOException | DriverLost | InterruptedException | RuntimeException e) {
                jvm.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EnvironmentError(
                    "The driver of the cluster %s cannot be reached: %s".formatted(order.clusterId(), e), e);
        }
    }

    private static Driver ready(Driver driver) throws DriverLost, InterruptedException {
        driver.awaitReady(STARTING);
        return driver;
    }

    private ForkedJvm fork(DriverOrder order) throws IOException {
        LaunchProfile prepared = profile();
        Path scratch = Files.createDirectories(Path.of(order.scratchFolder()));
        Path temporary = Files.createDirectories(scratch.resolve("tmp"));
        List<String> options = new ArrayList<>(prepared.jvmOptionsWithArchive());
        options.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlakelight.basedir=" + scratch,
                "-Dlakelight.buildDirectory=spark",
                "-Djava.io.tmpdir=" + temporary));
        ForkedJvm jvm = ForkedJvm.builder()
                .jvmOptions(options)
                .classPath(prepared.classPath())
                .mainClass(DriverMain.class.getName())
                // Code of clusters has the secrets of the workspace that its user may read, and none of the server's
                // own.
                .withholding(name -> name.startsWith(KnownSecrets.VARIABLE_PREFIX))
                .environment(order.environment())
                .workingDirectory(scratch)
                .argumentFile(scratch.resolve("arguments"))
                .outputTo(log(scratch))
                .start();
        send(jvm, order);
        return jvm;
    }

    /** Return the file that has what a driver has printed. */
    public static Path log(Path scratch) {
        return scratch.resolve("driver.log");
    }

    /** The stream stays open: its end tells the driver that the workspace has ended. */
    @SuppressWarnings("resource")
    private static void send(ForkedJvm jvm, DriverOrder order) throws IOException {
        OutputStream input = jvm.input();
        input.write((DriverWire.text(order) + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private synchronized LaunchProfile profile() {
        if (profile == null) {
            LaunchRequest request = new LaunchRequest(
                    Path.of(System.getProperty("java.home")), classPath.entries(), folder, archives());
            profile = LaunchProfile.prepare(request, LOG::info);
        }

        return profile;
    }

    /** By the same properties as for tests; the folder can be one that outlives the workspace. */
    private ArchivePolicy archives() {
        String directory = System.getProperty("lakelight.cds.directory");
        return new ArchivePolicy(
                ArchivePolicy.When.of(System.getProperty("lakelight.cds", "auto")),
                directory == null ? folder.resolve("archives") : Path.of(directory));
    }
}
