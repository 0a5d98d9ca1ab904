package dev.lakelight.benchmark.workspace;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * A repository with the branches {@code main} and {@code feature}.
 *
 * @param url by which it is cloned
 */
record Remote(String url) {

    static final int FILES = 1_000;

    private static final int CHANGED = 100;
    private static final int A_FOLDER = 50;

    static Remote in(Path folder) throws IOException {
        Path work = folder.resolve("pipelines");

        try (Git git =
                Git.init().setDirectory(work.toFile()).setInitialBranch("main").call()) {
            write(work, FILES, "SELECT 1");
            commit(git);
            var unused = git.checkout().setCreateBranch(true).setName("feature").call();
            write(work, CHANGED, "SELECT 2");
            commit(git);
        } catch (GitAPIException e) {
            throw new EnvironmentError("The repository of the benchmark cannot be made: " + e, e);
        }

        return new Remote(work.toUri().toString());
    }

    private static void write(Path work, int files, String statement) throws IOException {
        for (int i = 0; i < files; i++) {
            Path file = work.resolve("folder%d/notebook%d.sql".formatted(i / A_FOLDER, i));
            Files.createDirectories(work.resolve("folder" + i / A_FOLDER));
            Files.writeString(file, "-- Databricks notebook source\n%s -- %d\n".formatted(statement, i));
        }
    }

    private static void commit(Git git) throws GitAPIException {
        var unusedTree = git.add().addFilepattern(".").call();
        var unused = git.commit()
                .setMessage("Notebooks")
                .setAuthor("Ada", "ada@example.org")
                .setCommitter("Ada", "ada@example.org")
                .setSign(false)
                .call();
    }
}
