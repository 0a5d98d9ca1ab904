package dev.lakelight.branch;

import java.util.Optional;

/**
 * What a build server says about its run.
 *
 * @param run the run itself
 * @param branch that is built, for a pull request the one that shall be merged; empty for tags
 * @param tag that is built instead of a branch
 * @param targetBranch of the pull request
 * @param defaultBranch of the repository
 * @param commit of the branch, not the merge commit that servers make of a pull request
 * @param mergeBase of branch and target branch
 * @param historyAdvice how to get more history on this server
 * @param problem what kept the server's word from being read in full
 */
record ServerFacts(
        BuildServerRun run,
        Optional<String> branch,
        Optional<String> tag,
        Optional<String> targetBranch,
        Optional<String> defaultBranch,
        Optional<String> commit,
        Optional<String> mergeBase,
        String historyAdvice,
        Optional<String> problem) {

    static Builder of(String server) {
        return new Builder(server);
    }

    static final class Builder {

        private final String server;
        private Optional<String> branch = Optional.empty();
        private Optional<String> tag = Optional.empty();
        private Optional<String> problem = Optional.empty();
        private Optional<String> targetBranch = Optional.empty();
        private Optional<String> defaultBranch = Optional.empty();
        private Optional<String> commit = Optional.empty();
        private Optional<String> mergeBase = Optional.empty();
        private Optional<String> pullRequest = Optional.empty();
        private Optional<String> link = Optional.empty();
        private String historyAdvice = "git fetch --unshallow";

        private Builder(String server) {
            this.server = server;
        }

        Builder branch(Optional<String> value) {
            this.branch = value;
            return this;
        }

        Builder targetBranch(Optional<String> value) {
            this.targetBranch = value;
            return this;
        }

        Builder defaultBranch(Optional<String> value) {
            this.defaultBranch = value;
            return this;
        }

        Builder commit(Optional<String> value) {
            this.commit = value;
            return this;
        }

        Builder mergeBase(Optional<String> value) {
            this.mergeBase = value;
            return this;
        }

        Builder pullRequest(Optional<String> value) {
            this.pullRequest = value;
            return this;
        }

        Builder link(Optional<String> value) {
            this.link = value;
            return this;
        }

        Builder historyAdvice(String value) {
            this.historyAdvice = value;
            return this;
        }

        Builder tag(Optional<String> value) {
            this.tag = value;
            return this;
        }

        Builder problem(Optional<String> value) {
            this.problem = value;
            return this;
        }

        ServerFacts build() {
            BuildServerRun run = new BuildServerRun(server, link.orElse(null), pullRequest.orElse(null));
            return new ServerFacts(
                    run, branch, tag, targetBranch, defaultBranch, commit, mergeBase, historyAdvice, problem);
        }
    }
}
