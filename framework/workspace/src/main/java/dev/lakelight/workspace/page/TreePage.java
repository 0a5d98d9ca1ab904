package dev.lakelight.workspace.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.notebook.NotebookFormatException;
import dev.lakelight.notebook.NotebookReader;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.HttpVerb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A folder, notebook or file of the workspace. */
final class TreePage {

    private static final int LARGEST_TEXT = 1 << 20;

    private TreePage() {}

    static ApiResponse page(ApiRequest request, ApiReader api) throws IOException {
        String path = request.query()
                .optionalText("path")
                .filter(text -> !text.isEmpty())
                .orElse("/");

        if (path.equals("/")) {
            return folder(path, api);
        }

        JsonNode status = api.get("/api/2.0/workspace/get-status", Map.of("path", path));
        return switch (status.path("object_type").asText()) {
            case "NOTEBOOK" -> notebook(path, status.path("language").asText(), api);
            case "FILE" -> file(path, status.path("size").asLong(), api);
            default -> folder(path, api);
        };
    }

    private static ApiResponse folder(String path, ApiReader api) throws IOException {
        List<Entry> entries = new ArrayList<>(Shown.each(
                api.get("/api/2.0/workspace/list", Map.of("path", path)).path("objects"), Entry::of));
        entries.sort(Comparator.comparing(Entry::name));
        return Html.page("folder", path, Map.of("path", path, "above", Above.of(path), "entries", entries));
    }

    private static ApiResponse notebook(String path, String language, ApiReader api) throws IOException {
        byte[] source = download(path, api);
        try {
            List<CellView> cells = NotebookReader.read(source, path + "." + extension(language)).cells().stream()
                    .map(cell -> new CellView(
                            cell.number(), cell.language(), cell.title().orElse(""), cell.text()))
                    .toList();
            return Html.page("notebook", path, Map.of("path", path, "above", Above.of(path), "cells", cells));
        } catch (NotebookFormatException e) {
            return text(
                    path,
                    new String(source, StandardCharsets.UTF_8),
                    "It is not read as a notebook: " + e.getMessage());
        }
    }

    private static String extension(String language) {
        return switch (language) {
            case "PYTHON" -> "py";
            case "SCALA" -> "scala";
            case "R" -> "r";
            case "JAVA" -> "java";
            default -> "sql";
        };
    }

    private static ApiResponse file(String path, long size, ApiReader api) throws IOException {
        return size > LARGEST_TEXT
                ? text(path, "", "It has %d bytes; only files of up to %d are shown.".formatted(size, LARGEST_TEXT))
                : text(path, new String(download(path, api), StandardCharsets.UTF_8), "");
    }

    private static ApiResponse text(String path, String text, String note) {
        return Html.page("file", path, Map.of("path", path, "above", Above.of(path), "text", text, "note", note));
    }

    private static byte[] download(String path, ApiReader api) throws IOException {
        return api.bytes(
                HttpVerb.GET,
                "/api/2.0/workspace/export",
                Map.of("path", path, "format", "SOURCE", "direct_download", "true"));
    }

    /** What a folder holds. */
    private record Entry(String link, String name, String type) {

        static Entry of(JsonNode object) {
            String path = object.path("path").asText();
            return new Entry(
                    Shown.link(path),
                    path.substring(path.lastIndexOf('/') + 1),
                    object.path("object_type").asText().toLowerCase(Locale.ROOT));
        }
    }

    /** A folder above, for the way back. */
    private record Above(String link, String name) {

        static List<Above> of(String path) {
            List<Above> folders = new ArrayList<>(List.of(new Above(Shown.link("/"), "Workspace")));

            for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
                String folder = path.substring(0, slash);
                folders.add(new Above(Shown.link(folder), folder.substring(folder.lastIndexOf('/') + 1)));
            }

            return folders;
        }
    }

    private record CellView(int number, String language, String heading, String text) {}
}
