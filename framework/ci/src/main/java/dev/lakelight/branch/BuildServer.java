package dev.lakelight.branch;

import java.util.List;
import java.util.Optional;

/** One product that runs builds, as its environment variables show it. */
interface BuildServer {

    /** Every product known here. */
    List<BuildServer> KNOWN = List.of(new GitHubActions(), new GitLabCi(), new AzurePipelines(), new Jenkins());

    /** Tell whether the build runs on this product. */
    boolean runs(Environment environment);

    /** Return what it says; asked only when it runs the build. */
    ServerFacts read(Environment environment);

    /** Return what the product that runs this build says; empty on a workstation and on products not known here. */
    static Optional<ServerFacts> detect(Environment environment) {
        return KNOWN.stream()
                .filter(server -> server.runs(environment))
                .findFirst()
                .map(server -> server.read(environment));
    }
}
