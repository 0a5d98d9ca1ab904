package dev.lakelight.workspace;

import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads the options of {@link WorkspaceMain}. */
final class CommandLine {

    private static final List<String> OPTIONS =
            List.of("--state", "--port", "--address", "--tls", "--users", "--mail", "--trust", "--spark-classpath");

    private final Deque<String> left;
    private final List<Consumer<WorkspaceBuilder>> settings = new ArrayList<>();
    private Path state = Path.of(".lakelight", "workspace");

    private CommandLine(String[] arguments) {
        this.left = new ArrayDeque<>(List.of(arguments));
    }

    static WorkspaceBuilder parse(String... arguments) {
        return new CommandLine(arguments).read();
    }

    private WorkspaceBuilder read() {
        while (!left.isEmpty()) {
            read(left.pop());
        }

        WorkspaceBuilder builder = Workspace.in(state);
        settings.forEach(setting -> setting.accept(builder));
        return builder;
    }

    private void read(String option) {
        switch (option) {
            case "--state" -> state = Path.of(value(option));
            case "--tls" -> settings.add(WorkspaceBuilder::encrypted);
            case "--port" -> add(port(value(option)), WorkspaceBuilder::port);
            case "--address" -> add(value(option), WorkspaceBuilder::address);
            case "--users" -> add(Path.of(value(option)), WorkspaceBuilder::usersIn);
            case "--mail" -> add(Path.of(value(option)), WorkspaceBuilder::mailServerIn);
            case "--trust" -> add(Path.of(value(option)), WorkspaceBuilder::trusting);
            case "--spark-classpath" -> add(Path.of(value(option)), WorkspaceBuilder::sparkClassPath);
            default -> throw unknown(option);
        }
    }

    private <T> void add(T value, BiConsumer<WorkspaceBuilder, T> setting) {
        settings.add(builder -> setting.accept(builder, value));
    }

    private String value(String option) {
        if (left.isEmpty()) {
            throw new UserError("The option %s needs a value behind it.".formatted(option));
        }

        return left.pop();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new UserError("The option --port must be a number from 0 to 65535, but is '%s'.".formatted(text));
        }

        return Integer.parseInt(text);
    }

    private static UserError unknown(String option) {
        String nearest = NearestName.to(option, OPTIONS)
                .map(" Perhaps you mean %s."::formatted)
                .orElse("");
        return new UserError(
                "Unknown option '%s'. Accepted are: %s.%s".formatted(option, String.join(", ", OPTIONS), nearest));
    }
}
