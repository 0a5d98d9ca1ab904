package dev.lakelight.workspace.tree;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.storage.ObjectPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Puts imported objects into the tree. */
final class Imports {

    private final WorkspaceTree tree;
    private final DurableFiles files;

    Imports(WorkspaceTree tree, DurableFiles files) {
        this.tree = tree;
        this.files = files;
    }

    /**
     * Put an object where nothing is, or in place of one of its kind.
     *
     * @return its number
     */
    long put(ImportedObject object, Existing existing) throws IOException {
        Path staged = files.stage(object.content());

        try {
            tree.changing(() -> place(object, staged, existing));
            return tree.ids().of(object.path()).id();
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private Path place(ImportedObject object, Path staged, Existing existing) throws IOException {
        ObjectPath path = object.path();
        requireFolder(path.parent());
        Optional<TreeObject> present = tree.find(path);
        present.ifPresent(found -> requireReplaceable(object, found, existing));
        Path file = tree.location(path.named(object.fileName()));

        if (present.isEmpty() && Files.exists(file)) {
            throw ApiErrors.alreadyExists(
                    "Path (%s) already exists: a notebook and a file cannot share the name %s here."
                            .formatted(path, object.fileName()));
        }

        files.move(staged, file);

        if (present.isPresent() && !present.get().file().equals(file)) {
            files.delete(present.get().file());
        }

        return file;
    }

    private void requireFolder(ObjectPath parent) {
        if (!tree.find(parent).filter(TreeObject::isFolder).isPresent()) {
            throw ApiErrors.doesNotExist("The parent folder (%s) does not exist.".formatted(parent));
        }
    }

    private static void requireReplaceable(ImportedObject object, TreeObject found, Existing existing) {
        if (existing == Existing.REFUSED) {
            throw ApiErrors.alreadyExists("Path (%s) already exists.".formatted(found.path()));
        }

        if (existing == Existing.REFUSED_AS_CONFLICT) {
            throw found.type() == ObjectType.NOTEBOOK
                    ? ApiErrors.alreadyExists("Notebook %s already exists.".formatted(found.path()))
                    : ApiErrors.conflict("Path (%s) already exists.".formatted(found.path()));
        }

        if (found.type() != object.type()) {
            throw ApiErrors.invalid("Cannot overwrite the asset at %s due to type mismatch (asked: %s, actual: %s)"
                    .formatted(found.path(), object.type(), found.type()));
        }
    }

    /** What to do when something is there. */
    enum Existing {
        REPLACED,
        REFUSED,
        /** As the endpoint for files answers: with the status 409 unless it is a notebook. */
        REFUSED_AS_CONFLICT
    }
}
