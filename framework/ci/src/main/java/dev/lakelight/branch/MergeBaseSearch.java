package dev.lakelight.branch;

import dev.lakelight.branch.Fact.Origin;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the reference branch and where the branch left it. */
final class MergeBaseSearch {

    private static final List<String> CUSTOMARY = List.of("main", "master");

    private final GitRepository repository;
    private final Optional<Fact> stated;
    private final Optional<ServerFacts> server;
    private final List<String> notes;

    MergeBaseSearch(GitRepository repository, Optional<Fact> stated, Optional<ServerFacts> server, List<String> notes) {
        this.repository = repository;
        this.stated = stated;
        this.server = server;
        this.notes = notes;
    }

    /**
     * What was found.
     *
     * @param reference the reference branch, or null when nobody names one
     * @param mergeBase the merge base, or null; a note says why
     */
    record Result(@Nullable Fact reference, @Nullable Fact mergeBase) {}

    Result from(@Nullable Fact commit) throws IOException {
        Fact reference = reference().orElse(null);

        if (reference == null || commit == null) {
            return new Result(reference, null);
        }

        Optional<Fact> mergeBase = search(commit.value(), reference.value());
        return new Result(reference, mergeBase.or(this::statedMergeBase).orElse(null));
    }

    private Optional<Fact> reference() throws IOException {
        if (stated.isPresent()) {
            return stated;
        }

        Optional<String> found = repository.defaultBranch();

        for (String name : CUSTOMARY) {
            if (found.isEmpty() && repository.commitOf(name).isPresent()) {
                found = Optional.of(name);
            }
        }

        if (found.isEmpty()) {
            notes.add(Notes.noReference());
        }

        return found.map(name -> new Fact(name, Origin.GIT));
    }

    private Optional<Fact> search(String commit, String reference) throws IOException {
        Optional<String> tip = repository.commitOf(reference);

        Optional<String> base = tip.isPresent() && repository.holdsCommit(commit)
                ? repository.mergeBase(commit, tip.get())
                : Optional.empty();

        if (base.isEmpty() && statedMergeBase().isEmpty()) {
            notes.add(whyNoBase(reference, tip));
        }

        return base.map(id -> new Fact(id, Origin.GIT));
    }

    private String whyNoBase(String reference, Optional<String> tip) throws IOException {
        if (repository.isShallow()) {
            return Notes.shallow(reference, advice());
        }

        return tip.isPresent() ? Notes.unrelated(reference) : Notes.referenceMissing(reference);
    }

    private Optional<Fact> statedMergeBase() {
        return server.flatMap(ServerFacts::mergeBase).map(id -> new Fact(id, Origin.BUILD_SERVER));
    }

    private String advice() {
        return server.map(ServerFacts::historyAdvice).orElse("git fetch --unshallow");
    }
}
