package dev.lakelight.report;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders a notebook's Markdown to HTML that neither runs nor loads anything: HTML shows as text, images as their text. */
final class Prose {

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .nodeRendererFactory(ImageAsText::new)
            .build();

    private Prose() {}

    static String html(String markdown) {
        String text = markdown.replaceFirst("^\\s*%md(-sandbox)?\\b", "");
        Node document = PARSER.parse(PlainText.visible(text));
        document.accept(new LowerHeadings());
        return RENDERER.render(document);
    }

    /** Puts the notebook's headings below those of the page, which go down to the fourth level. */
    private static final class LowerHeadings extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() + 4));
            visitChildren(heading);
        }
    }

    private record ImageAsText(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node image) {
            context.getWriter().text("[image: ");

            for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }

            context.getWriter().text("]");
        }
    }
}
