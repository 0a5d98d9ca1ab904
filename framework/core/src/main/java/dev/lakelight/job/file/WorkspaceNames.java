package dev.lakelight.job.file;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** What a bundle may ask of a workspace that it is not deployed to. Paths are those that Databricks would deploy it to. */
final class WorkspaceNames {

    private static final String USER = "lakelight";

    private final Node tree;
    private final String target;

    WorkspaceNames(Node tree, String target) {
        this.tree = tree;
        this.target = target;
    }

    Optional<String> find(String path) {
        return Optional.ofNullable(
                switch (path) {
                    case "bundle.target", "bundle.environment" -> target;
                    case "bundle.uuid" -> "00000000-0000-0000-0000-000000000000";
                    case "workspace.host" -> "https://localhost";
                    case "workspace.current_user.userName",
                            "workspace.current_user.short_name",
                            "workspace.current_user.domain_friendly_name" -> USER;
                    case "workspace.root_path" -> root();
                    case "workspace.file_path" -> root() + "/files";
                    case "workspace.artifact_path" -> root() + "/artifacts";
                    case "workspace.resource_path" -> root() + "/resources";
                    case "workspace.state_path" -> root() + "/state";
                    default -> null;
                });
    }

    private String root() {
        String name = NodeTree.at(tree, "bundle", "name").map(NodeTree::text).orElse("bundle");
        return "/Workspace/Users/%s/.bundle/%s/%s".formatted(USER, name, target);
    }
}
