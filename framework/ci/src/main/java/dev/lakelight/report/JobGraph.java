package dev.lakelight.report;

import dev.lakelight.result.TaskRun;
import java.util.List;
import java.util.Locale;

/**
 * The tasks of a job as a picture, left to right.
 *
 * @param width in pixels
 * @param height in pixels
 * @param nodes the tasks
 * @param edges their dependencies
 */
record JobGraph(int width, int height, List<Node> nodes, List<Edge> edges) {

    private static final int NODE_WIDTH = 146;
    private static final int NODE_HEIGHT = 48;
    private static final int GAP_ACROSS = 34;
    private static final int GAP_DOWN = 18;
    private static final int MARGIN = 4;
    private static final int LABEL = 17;

    /**
     * A task.
     *
     * @param x left
     * @param y top
     * @param style class of its state, in lower case
     * @param label its key, cut to fit
     * @param detail state and time
     * @param title all of it, for pointers and screen readers
     */
    record Node(int x, int y, String style, String label, String detail, String title) {

        int textX() {
            return x + 10;
        }

        int labelY() {
            return y + 20;
        }

        int detailY() {
            return y + 38;
        }
    }

    /**
     * A dependency.
     *
     * @param path how it goes
     * @param outcome which it asks for; empty when any will do
     * @param x of the outcome's text
     * @param y of the outcome's text
     */
    record Edge(String path, String outcome, int x, int y) {}

    static JobGraph of(List<TaskRun> tasks) {
        TaskLayers layers = TaskLayers.of(tasks);
        List<Node> nodes = tasks.stream().map(task -> node(task, layers)).toList();
        List<Edge> edges = tasks.stream()
                .flatMap(task -> task.dependsOn().stream()
                        .filter(edge -> layers.has(edge.task()))
                        .map(edge -> edge(edge, task, layers)))
                .toList();
        int width = 2 * MARGIN + layers.columns() * (NODE_WIDTH + GAP_ACROSS) - GAP_ACROSS;
        int height = 2 * MARGIN + layers.rows() * (NODE_HEIGHT + GAP_DOWN) - GAP_DOWN;
        return new JobGraph(Math.max(width, 0), Math.max(height, 0), nodes, edges);
    }

    int nodeWidth() {
        return NODE_WIDTH;
    }

    int nodeHeight() {
        return NODE_HEIGHT;
    }

    private static Node node(TaskRun task, TaskLayers layers) {
        String state = task.state().name();
        String detail = task.startedAt() == null ? state : state + " " + Wording.duration(task.duration());
        return new Node(
                left(task.key(), layers),
                top(task.key(), layers),
                style(task),
                PlainText.line(task.key(), LABEL),
                detail,
                "%s: %s".formatted(PlainText.line(task.key(), 200), detail));
    }

    static String style(TaskRun task) {
        if (task.state().succeeded()) {
            return "success";
        }

        return task.state().leftOut() ? "excluded" : task.state().name().toLowerCase(Locale.ROOT);
    }

    private static Edge edge(TaskRun.Edge edge, TaskRun task, TaskLayers layers) {
        int fromX = left(edge.task(), layers) + NODE_WIDTH;
        int fromY = top(edge.task(), layers) + NODE_HEIGHT / 2;
        int toX = left(task.key(), layers);
        int toY = top(task.key(), layers) + NODE_HEIGHT / 2;
        int half = GAP_ACROSS / 2;
        String line =
                "M%d %d C%d %d %d %d %d %d".formatted(fromX, fromY, fromX + half, fromY, toX - half, toY, toX - 2, toY);
        String head = "M%d %d L%d %d L%d %d".formatted(toX - 7, toY - 4, toX - 2, toY, toX - 7, toY + 4);
        String outcome = edge.outcome() == null ? "" : PlainText.line(edge.outcome(), 5);
        return new Edge(line + " " + head, outcome, toX - half, toY - 7);
    }

    private static int left(String task, TaskLayers layers) {
        return MARGIN + layers.layer(task) * (NODE_WIDTH + GAP_ACROSS);
    }

    private static int top(String task, TaskLayers layers) {
        return MARGIN + layers.row(task) * (NODE_HEIGHT + GAP_DOWN);
    }
}
