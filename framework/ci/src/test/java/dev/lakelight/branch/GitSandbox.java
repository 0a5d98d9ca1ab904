package dev.lakelight.branch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.CloneCommand;
import org.eclipse.jgit.api.CreateBranchCommand.SetupUpstreamMode;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** A real repository in a directory of its own, untouched by the git configuration of who runs the tests. */
final class GitSandbox implements AutoCloseable {

    private static final PersonIdent DEVELOPER =
            new PersonIdent("Dev", "dev@example.org", Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    static {
        isolate();
    }

    private final Git git;

    private GitSandbox(Git git) {
        this.git = git;
    }

    /** Keep the user's and the system's git configuration out of all tests of this JVM. */
    static void isolate() {
        SystemReader.setInstance(new NoConfiguration(SystemReader.getInstance()));
        ReadOnlyJGit.install();
    }

    static GitSandbox empty(Path directory) throws GitAPIException {
        return new GitSandbox(Git.init()
                .setDirectory(directory.toFile())
                .setInitialBranch("main")
                .call());
    }

    /** Make a repository with one commit on main. */
    static GitSandbox withCommit(Path directory) throws GitAPIException, IOException {
        GitSandbox sandbox = empty(directory);
        sandbox.commit("first.sql");
        return sandbox;
    }

    static GitSandbox open(Path directory) throws IOException {
        return new GitSandbox(Git.open(directory.toFile()));
    }

    Path directory() {
        return git.getRepository().getWorkTree().toPath();
    }

    GitSandbox write(String file, String text) throws IOException {
        Path path = directory().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** Commit a new file and return the commit's id. */
    String commit(String file) throws IOException, GitAPIException {
        write(file, "SELECT '" + file + "'");
        git.add().addFilepattern(file).call();
        return git.commit()
                .setMessage("Add " + file)
                .setAuthor(DEVELOPER)
                .setCommitter(DEVELOPER)
                .setSign(false)
                .call()
                .name();
    }

    GitSandbox branch(String name) throws GitAPIException {
        git.checkout().setCreateBranch(true).setName(name).call();
        return this;
    }

    GitSandbox checkout(String name) throws GitAPIException {
        git.checkout().setName(name).call();
        return this;
    }

    /** Merge a branch into the checked-out one, as build servers do for pull requests. */
    String merge(String branch) throws GitAPIException, IOException {
        ObjectId other = git.getRepository().resolve(branch);
        return git.merge()
                .include(other)
                .setFastForward(FastForwardMode.NO_FF)
                .setMessage("Merge " + branch)
                .call()
                .getNewHead()
                .name();
    }

    GitSandbox configure(String section, String name, String value) throws IOException {
        git.getRepository().getConfig().setString(section, null, name, value);
        git.getRepository().getConfig().save();
        return this;
    }

    GitSandbox cloneTo(Path directory) throws GitAPIException {
        return new GitSandbox(cloning(directory).call());
    }

    /** Clone the tips of the named branches, without their history, and check out the first. */
    GitSandbox shallowCloneTo(Path directory, String... branches) throws GitAPIException {
        List<String> refs =
                List.of(branches).stream().map(name -> "refs/heads/" + name).toList();
        CloneCommand clone =
                cloning(directory).setDepth(1).setBranchesToClone(refs).setBranch(branches[0]);
        return new GitSandbox(clone.call());
    }

    /** Let {@code origin/HEAD} point to a branch, as the git program does when it clones. */
    GitSandbox pointOriginTo(String branch) throws IOException {
        git.getRepository().updateRef("refs/remotes/origin/HEAD").link("refs/remotes/origin/" + branch);
        return this;
    }

    GitSandbox track(String branch) throws GitAPIException {
        git.checkout()
                .setCreateBranch(true)
                .setName(branch)
                .setStartPoint("origin/" + branch)
                .setUpstreamMode(SetupUpstreamMode.TRACK)
                .call();
        return this;
    }

    /** Run the git program, or skip the test where there is none. */
    void program(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory().toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "no-such-file");
        assumeTrue(gitIsInstalled(), "the git program is not installed");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());

        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + ": " + output);
        }
    }

    private static boolean gitIsInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        git.close();
    }

    private CloneCommand cloning(Path directory) {
        return Git.cloneRepository().setURI(directory().toUri().toString()).setDirectory(directory.toFile());
    }

    private static final class NoConfiguration extends SystemReader.Delegate {

        private NoConfiguration(SystemReader reader) {
            super(reader);
        }

        @Override
        public String getenv(String variable) {
            return variable.startsWith("GIT_") ? null : super.getenv(variable);
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return none(parent, fs);
        }

        @Override
        public FileBasedConfig openSystemConfig(Config parent, FS fs) {
            return none(parent, fs);
        }

        @Override
        public FileBasedConfig openJGitConfig(Config parent, FS fs) {
            return none(parent, fs);
        }

        private static FileBasedConfig none(Config parent, FS fs) {
            return new FileBasedConfig(parent, new File("no-such-file"), fs);
        }
    }
}
