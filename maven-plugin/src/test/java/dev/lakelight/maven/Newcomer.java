package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone who does in a project what a chapter says, step by step, and compares what is printed. */
final class Newcomer {

    private final ItProject project;
    private final List<String> verdicts = new ArrayList<>();
    private List<String> log = List.of();

    Newcomer(ItProject project) {
        this.project = project;
    }

    void follow(GuideStep step) {
        switch (step.kind()) {
            case "file" -> project.write(step.argument(), step.text());
            case "edit" -> edit(step);
            case "run" -> step.text().lines().forEach(command -> run(command, step));
            case "output" -> assertShown(step);
            default ->
                throw new AssertionError(step.place() + " is marked '" + step.mark() + "', which is nothing to do");
        }
    }

    /** Return the verdict of each build, in order. */
    List<String> verdicts() {
        return verdicts;
    }

    private void assertShown(GuideStep step) {
        assertThat(new ShownOutput(step.text()).isIn(log))
                .withFailMessage(() -> "%s shows%n%n%s%nbut this was printed:%n%n%s"
                        .formatted(step.place(), step.text(), String.join("\n", log)))
                .isTrue();
    }

    private void edit(GuideStep step) {
        String before = side(step, '-');
        String text = project.read(step.argument());

        assertThat(text.split(Pattern.quote(before), -1))
                .as("%s with one place for the edit of %s", step.argument(), step.place())
                .hasSize(2);
        project.write(step.argument(), text.replace(before, side(step, '+')));
    }

    /** Return the lines of one side of a difference; those that stay belong to both. */
    private static String side(GuideStep step, char sign) {
        return step.text()
                .lines()
                .filter(line -> line.charAt(0) == sign || line.charAt(0) == ' ')
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    private void run(String command, GuideStep step) {
        List<String> words = JvmOptions.split(command);
        List<String> arguments = words.subList(1, words.size());

        switch (words.get(0)) {
            case "git" -> ItGit.in(project).run(arguments);
            case "mvn" -> build(arguments, step);
            default -> throw new AssertionError(step.place() + " runs neither git nor mvn: " + command);
        }
    }

    private void build(List<String> arguments, GuideStep step) {
        Map<String, String> before = project.filesOutsideTarget();

        ItBuild build = ItBuild.run(project, arguments.toArray(String[]::new));

        log = build.lines();
        verdicts.addAll(verdicts(build));
        assertThat(build.exitCode() == 0)
                .as("success of %s, which printed%n%s", step.place(), String.join("\n", log))
                .isEqualTo(!step.argument().equals("red"));
        assertThat(project.filesOutsideTarget()).isEqualTo(before);
        build.assertNothingIsLeftBehind();
    }

    private static List<String> verdicts(ItBuild build) {
        String title = "Lakelight  ";
        return build.log().stream()
                .filter(line -> line.startsWith(title))
                .map(line -> line.substring(title.length()))
                .toList();
    }
}
