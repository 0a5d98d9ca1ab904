package dev.lakelight.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** One Markdown file that readers see. */
record Chapter(Path file, Node document) {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    static Chapter read(Path file) {
        return new Chapter(file, PARSER.parse(Project.read(file)));
    }

    /** Return the guide's chapters, in order. */
    static List<Chapter> guide() {
        return Stream.of(Project.docs().toFile().listFiles())
                .map(file -> file.toPath())
                .filter(file -> file.toString().endsWith(".md"))
                .sorted()
                .map(Chapter::read)
                .toList();
    }

    /** Return everything that readers see: the guide, and the files at the top of the project. */
    static List<Chapter> all() {
        List<Chapter> all = new ArrayList<>(guide());
        Stream.of("README.md", "CHANGELOG.md", "sample-project/README.md")
                .map(Project.root()::resolve)
                .map(Chapter::read)
                .forEach(all::add);
        return all;
    }

    static Chapter named(String name) {
        return read(Project.docs().resolve(name));
    }

    String name() {
        return Project.relative(file);
    }

    List<Fence> fences() {
        List<Fence> fences = new ArrayList<>();
        visit(node -> {
            if (node instanceof FencedCodeBlock block) {
                fences.add(new Fence(this, marker(block), language(block), block.getLiteral(), line(block)));
            }
        });
        return fences;
    }

    List<String> destinations() {
        List<String> destinations = new ArrayList<>();
        visit(node -> {
            if (node instanceof Link link) {
                destinations.add(link.getDestination());
            }
            if (node instanceof Image image) {
                destinations.add(image.getDestination());
            }
        });
        return destinations;
    }

    /** Return the names by which links reach the headings, made as code hosts make them. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        visit(node -> {
            if (node instanceof Heading heading) {
                anchors.add(anchor(text(heading)));
            }
        });
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** Return the table whose first column has this heading. */
    MarkdownTable table(String firstColumn) {
        return tables(firstColumn).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(name() + " has no table that starts with '" + firstColumn + "'"));
    }

    /** Return all tables whose first column has this heading, in order. */
    List<MarkdownTable> tables(String firstColumn) {
        List<MarkdownTable> tables = new ArrayList<>();
        visit(node -> {
            if (node instanceof TableBlock block) {
                tables.add(MarkdownTable.of(block));
            }
        });
        return tables.stream()
                .filter(table -> table.columns().get(0).equals(firstColumn))
                .toList();
    }

    private void visit(Consumer<Node> consumer) {
        document.accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                    consumer.accept(child);
                    visitChildren(child);
                }
            }
        });
    }

    /** Return the content of the HTML comment right before a block; empty when there is none. */
    private static String marker(Node block) {
        return block.getPrevious() instanceof HtmlBlock html
                ? html.getLiteral().replaceAll("^<!--|-->$", "").strip()
                : "";
    }

    private static String language(FencedCodeBlock block) {
        return block.getInfo() == null ? "" : block.getInfo().strip();
    }

    private static int line(Node block) {
        return block.getSourceSpans().get(0).getLineIndex() + 1;
    }

    /** Return the text that readers see of a node and its children. */
    static String text(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text literal) {
                text.append(literal.getLiteral());
            } else if (child instanceof Code code) {
                text.append(code.getLiteral());
            } else {
                text.append(text(child));
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return name();
    }
}
