package dev.lakelight.branch;

import dev.lakelight.branch.Fact.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.jspecify.annotations.Nullable;

/** Puts together what properties, build server and git say. */
final class BranchFactsReader {

    private final BranchQuery query;
    private final Optional<ServerFacts> server;
    private final List<String> notes = new ArrayList<>();

    BranchFactsReader(BranchQuery query) {
        this.query = query;
        this.server = BuildServer.detect(new Environment(query.environment()));
    }

    BranchFacts read() {
        server.flatMap(ServerFacts::problem).ifPresent(notes::add);
        server.flatMap(ServerFacts::tag).ifPresent(tag -> notes.add(Notes.tag(tag)));

        try (GitRepository repository = GitRepository.holding(query.directory()).orElse(null)) {
            if (repository == null) {
                return withoutGit(Notes.notARepository(query.directory()));
            }

            return repository.hasSha256Ids() ? withoutGit(Notes.sha256()) : with(repository);
        } catch (IOException | IllegalArgumentException e) {
            return withoutGit(Notes.unreadable(query.directory(), e));
        }
    }

    private BranchFacts withoutGit(String note) {
        notes.add(note);
        Fact branch = statedBranch().orElse(null);
        Fact reference = statedReference().orElse(null);
        Fact mergeBase = said(server.flatMap(ServerFacts::mergeBase)).orElse(null);
        Fact commit = statedCommit().orElse(null);
        return new BranchFacts(branch, commit, null, WorkTree.unknown(), reference, mergeBase, run(), null, notes);
    }

    private BranchFacts with(GitRepository repository) throws IOException {
        String head = repository.head().orElse(null);

        if (head == null) {
            notes.add(Notes.noCommit());
        }

        Fact branch = branch(repository, head).orElse(null);
        Fact commit = statedCommit().or(() -> fact(head, Origin.GIT)).orElse(null);
        MergeBaseSearch.Result base = mergeBaseSearch(repository).from(commit);
        String contradiction = contradiction(repository, head);
        WorkTree workTree = workTree(repository);
        return new BranchFacts(
                branch, commit, head, workTree, base.reference(), base.mergeBase(), run(), contradiction, notes);
    }

    private Optional<Fact> branch(GitRepository repository, @Nullable String head) throws IOException {
        Optional<Fact> known = statedBranch();
        boolean tagIsBuilt = server.flatMap(ServerFacts::tag).isPresent();

        if (known.isPresent() || tagIsBuilt) {
            return known;
        }

        Optional<String> checkedOut = repository.branch();

        if (checkedOut.isPresent() || head == null) {
            return fact(checkedOut.orElse(null), Origin.GIT);
        }

        return inferredBranch(repository, head);
    }

    private Optional<Fact> inferredBranch(GitRepository repository, String head) throws IOException {
        List<String> candidates = repository.remoteBranchesAt(head);

        if (candidates.size() != 1) {
            notes.add(Notes.detached(head));
            return Optional.empty();
        }

        notes.add(Notes.inferred(candidates.get(0)));
        return fact(candidates.get(0), Origin.INFERRED);
    }

    private Optional<Fact> statedBranch() {
        return fact(query.branch(), Origin.PROPERTY).or(() -> said(server.flatMap(ServerFacts::branch)));
    }

    private Optional<Fact> statedReference() {
        return fact(query.referenceBranch(), Origin.PROPERTY)
                .or(() -> said(server.flatMap(ServerFacts::targetBranch)))
                .or(() -> said(server.flatMap(ServerFacts::defaultBranch)));
    }

    /** Return the build server's word, unless the user has named the branch: then the server may mean another. */
    private Optional<Fact> statedCommit() {
        return query.branch() == null ? said(server.flatMap(ServerFacts::commit)) : Optional.empty();
    }

    private MergeBaseSearch mergeBaseSearch(GitRepository repository) {
        return new MergeBaseSearch(repository, statedReference(), server, notes);
    }

    private @Nullable String contradiction(GitRepository repository, @Nullable String head) throws IOException {
        Optional<String> stated = statedCommit().map(Fact::value);

        if (head == null || stated.isEmpty() || repository.headIsOrMerges(stated.get())) {
            return null;
        }

        return Notes.contradiction(server.orElseThrow().run().name(), stated.get(), head);
    }

    private WorkTree workTree(GitRepository repository) {
        try {
            return repository.workTree();
        } catch (IOException | GitAPIException | JGitInternalException e) {
            notes.add(Notes.workTreeUnreadable(e));
            return WorkTree.unknown();
        }
    }

    private @Nullable BuildServerRun run() {
        return server.map(ServerFacts::run).orElse(null);
    }

    private static Optional<Fact> said(Optional<String> value) {
        return fact(value.orElse(null), Origin.BUILD_SERVER);
    }

    private static Optional<Fact> fact(@Nullable String value, Origin origin) {
        return value == null ? Optional.empty() : Optional.of(new Fact(value, origin));
    }
}
