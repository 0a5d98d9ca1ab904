package dev.lakelight.runtime;

import dev.lakelight.dbutils.FsUtils;
import java.io.IOException;
import java.util.List;
import scala.jdk.javaapi.CollectionConverters;

/** Runs a {@code %fs} cell: its command by {@code dbutils.fs}. */
final class FsCell {

    private static final String COMMANDS =
            "ls, rm [-r], cp [-r], mv [-r], mkdirs, head [--maxBytes=n], put [-f], mounts, "
                    + "mount, unmount and refreshMounts";

    private final FsUtils fs;
    private final CellPlace place;
    private final CellOutput output;

    FsCell(FsUtils fs, CellPlace place, CellOutput output) {
        this.fs = fs;
        this.place = place;
        this.output = output;
    }

    void run() {
        FsCommand command = parse();

        try {
            run(command);
        } catch (IOException e) {
            throw new CellFailedException(place, place.firstLine(), e);
        }
    }

    private FsCommand parse() {
        try {
            return FsCommand.parse(place.cell().text());
        } catch (IllegalArgumentException e) {
            throw RunErrors.fsCommand(place, String.valueOf(e.getMessage()), COMMANDS);
        }
    }

    private void run(FsCommand command) throws IOException {
        switch (command.name()) {
            case "ls" -> output.show(FileTable.of(fs.list(command.arguments().isEmpty() ? "/" : one(command, 0))));
            case "rm" -> print(fs.rm(one(command, 1), isSet(command.option("recurse", 1))));
            case "cp" -> print(fs.cp(first(command), second(command, 1), isSet(command.option("recurse", 2))));
            case "mv" -> print(fs.mv(first(command), second(command, 1), isSet(command.option("recurse", 2))));
            case "mkdirs" -> print(fs.mkdirs(one(command, 0)));
            case "head" -> print(head(command));
            case "put" -> print(fs.put(first(command), second(command, 1), isSet(command.option("overwrite", 2))));
            case "mount" -> print(fs.mount(first(command), second(command, 0)));
            case "unmount" -> print(fs.unmount(one(command, 0)));
            case "refreshMounts" -> print(fs.refreshMounts());
            case "mounts" -> CollectionConverters.asJava(fs.mounts()).forEach(this::print);
            case "help" -> fs.help();
            default -> throw RunErrors.fsCommand(place, "'%s' is not a command".formatted(command.name()), COMMANDS);
        }
    }

    private String head(FsCommand command) throws IOException {
        String path = one(command, 1);
        String maxBytes = command.option("maxBytes", 1);

        try {
            return maxBytes.isEmpty() ? fs.head(path) : fs.head(path, Integer.parseInt(maxBytes));
        } catch (NumberFormatException e) {
            throw RunErrors.fsCommand(place, "'%s' is not a number of bytes".formatted(maxBytes), COMMANDS);
        }
    }

    /** Return the only argument, behind which so many more may stand. */
    private String one(FsCommand command, int more) {
        return argument(command, 0, 1, more);
    }

    private String first(FsCommand command) {
        return argument(command, 0, 2, 1);
    }

    private String second(FsCommand command, int more) {
        return argument(command, 1, 2, more);
    }

    private String argument(FsCommand command, int index, int count, int more) {
        List<String> arguments = command.arguments();

        if (arguments.size() < count || arguments.size() > count + more) {
            throw RunErrors.fsCommand(
                    place,
                    "%s takes %s, but there are %d: %s"
                            .formatted(
                                    command.name(),
                                    count == 1 ? "a path" : "two arguments",
                                    arguments.size(),
                                    String.join(" ", arguments)),
                    COMMANDS);
        }

        return arguments.get(index);
    }

    private static boolean isSet(String option) {
        return option.equalsIgnoreCase("true");
    }

    private void print(Object result) {
        output.println(String.valueOf(result));
    }
}
