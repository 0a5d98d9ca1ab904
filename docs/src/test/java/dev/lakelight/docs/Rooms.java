package dev.lakelight.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rooms of the house, as the guide's architecture chapter lists them. */
record Rooms(Map<String, Room> byName) {

    private static final String NOTHING = "nothing of ours";

    /**
     * A module of the build.
     *
     * @param packages the packages that only this room has
     * @param allowed names of other rooms whose classes it may use
     */
    record Room(String name, String artifact, Set<String> packages, Set<String> allowed) {

        /** Return whether a class file or jar entry lies in this room. */
        boolean holds(String uri) {
            return uri.contains("/" + name + "/target/") || uri.contains("/" + artifact + "-");
        }
    }

    static Rooms ofGuide() {
        MarkdownTable table = Chapter.named("12-architecture.md").table("Room");
        return new Rooms(table.rows().stream()
                .map(row -> new Room(
                        table.cell(row, "Room"),
                        table.cell(row, "Artifact"),
                        packages(table.cell(row, "Packages, in dev.lakelight")),
                        allowed(table.cell(row, "May use"))))
                .collect(Collectors.toMap(Room::name, Function.identity())));
    }

    private static Set<String> packages(String cell) {
        return words(cell).map(name -> "dev.lakelight." + name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allowed(String cell) {
        return cell.equals(NOTHING) ? Set.of() : words(cell).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip);
    }

    /** Return the room that a package belongs to. */
    Optional<Room> ofPackage(String name) {
        return byName.values().stream()
                .filter(room -> room.packages().contains(name))
                .findFirst();
    }

    boolean mayUse(JavaClass user, JavaClass used) {
        Optional<Room> from = ofPackage(user.getPackageName());
        Optional<Room> to = ofPackage(used.getPackageName());
        return from.isPresent()
                && to.isPresent()
                && (from.equals(to) || from.get().allowed().contains(to.get().name()));
    }

    List<String> packages() {
        return byName.values().stream()
                .flatMap(room -> room.packages().stream())
                .sorted()
                .toList();
    }
}
