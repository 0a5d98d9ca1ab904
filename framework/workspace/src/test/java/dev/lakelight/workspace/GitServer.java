package dev.lakelight.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.RefSpec;

/** A bare repository on this machine, as a remote, and a clone of it in which a developer works. */
final class GitServer implements AutoCloseable {

    private static final PersonIdent DEVELOPER =
            new PersonIdent("Dev", "dev@example.org", Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final Path bare;
    private final Git work;

    private GitServer(Path bare, Git work) {
        this.bare = bare;
        this.work = work;
    }

    /** Make a repository whose branch main has one commit with a notebook, a file and a folder. */
    static GitServer in(Path folder) throws GitAPIException, IOException {
        Path bare = folder.resolve("pipelines.git");
        Git.init()
                .setBare(true)
                .setDirectory(bare.toFile())
                .setInitialBranch("main")
                .call()
                .close();
        Git work = Git.init()
                .setDirectory(folder.resolve("work").toFile())
                .setInitialBranch("main")
                .call();
        GitServer server = new GitServer(bare, work);
        server.write("bronze/load.sql", "-- Databricks notebook source\nSELECT 1\n");
        server.write("silver/clean.py", "# Databricks notebook source\nprint(1)\n");
        server.write("README.md", "Pipelines\n");
        server.commitAndPush("First", "main");
        return server;
    }

    String url() {
        return bare.toUri().toString();
    }

    Path workTree() {
        return work.getRepository().getWorkTree().toPath();
    }

    GitServer write(String file, String text) throws IOException {
        Path path = workTree().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    GitServer branch(String name) throws GitAPIException {
        work.checkout().setCreateBranch(true).setName(name).call();
        return this;
    }

    GitServer checkout(String name) throws GitAPIException {
        work.checkout().setName(name).call();
        return this;
    }

    /** Commit everything, also what was deleted, and push it to a branch. Return the commit's id. */
    String commitAndPush(String message, String branch) throws GitAPIException {
        work.add().addFilepattern(".").call();
        work.add().setUpdate(true).addFilepattern(".").call();
        String commit = work.commit()
                .setMessage(message)
                .setAuthor(DEVELOPER)
                .setCommitter(DEVELOPER)
                .setSign(false)
                .call()
                .name();
        push("HEAD:refs/heads/" + branch, true);
        return commit;
    }

    void tag(String name) throws GitAPIException {
        work.tag()
                .setName(name)
                .setAnnotated(true)
                .setTagger(DEVELOPER)
                .setMessage(name)
                .setSigned(false)
                .call();
        push("refs/tags/" + name + ":refs/tags/" + name, false);
    }

    private void push(String spec, boolean force) throws GitAPIException {
        work.push()
                .setRemote(url())
                .setRefSpecs(new RefSpec(spec))
                .setForce(force)
                .call();
    }

    @Override
    public void close() {
        work.close();
    }
}
