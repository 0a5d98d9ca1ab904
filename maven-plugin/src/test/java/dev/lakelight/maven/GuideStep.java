package dev.lakelight.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A fenced block of a chapter, with what the HTML comment before it tells a reader to do.
 *
 * @param mark {@code file: path} holds the file's content, {@code edit: path} the lines to replace, {@code run} a command that
 *     succeeds, {@code run: red} one that does not, {@code output} what it prints; empty when there is no comment
 * @param text the block's lines, each with a line feed
 * @param place file and line
 */
record GuideStep(String mark, String text, String place) {

    /** Read the steps of a chapter, from top to bottom. */
    static List<GuideStep> of(String chapter) {
        Parser parser =
                Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
        List<GuideStep> steps = new ArrayList<>();

        parser.parse(read(ItSettings.projectRoot().resolve(chapter))).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                steps.add(new GuideStep(mark(block), block.getLiteral(), chapter + ":" + line(block)));
            }
        });
        return steps;
    }

    /** Return what the mark says before its colon. */
    String kind() {
        return mark.split(":", 2)[0];
    }

    /** Return what the mark says after its colon; empty when it has none. */
    String argument() {
        return mark.substring(kind().length()).replaceFirst(":", "").strip();
    }

    private static String mark(Node block) {
        return block.getPrevious() instanceof HtmlBlock html
                ? html.getLiteral().replaceAll("^<!--|-->$", "").strip()
                : "";
    }

    private static int line(Node block) {
        return block.getSourceSpans().get(0).getLineIndex() + 1;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
