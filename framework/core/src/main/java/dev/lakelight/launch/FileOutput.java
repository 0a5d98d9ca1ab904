package dev.lakelight.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Output into a file, which works without any thread of ours. */
record FileOutput(Path file) implements ProcessOutput {

    private static final int MOST_BYTES = 64 * 1024;

    @Override
    public void redirect(ProcessBuilder command) {
        command.redirectErrorStream(true).redirectOutput(file.toFile());
    }

    @Override
    public void follow(Process process) {
        // The operating system writes the file.
    }

    @Override
    public void drain() {
        // Written by the process itself, before it ended.
    }

    @Override
    public String tail(int lines) {
        List<String> all = end().lines().toList();
        return all.stream().skip(Math.max(0, all.size() - lines)).collect(Collectors.joining("\n"));
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    private String end() {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(Math.max(0, in.length() - MOST_BYTES));
            byte[] bytes = new byte[(int) (in.length() - in.getFilePointer())];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
