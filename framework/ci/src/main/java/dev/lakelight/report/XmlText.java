package dev.lakelight.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes an indented XML document into a string. Text that XML cannot hold is written out visibly. */
final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;
    private int depth;
    private boolean hasChildren;

    XmlText() {
        try {
            // The JDK's own: whatever else is on Maven's class path indents and escapes in its own way.
            this.writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void start(String element) {
        write(() -> {
            indent(depth);
            writer.writeStartElement(element);
        });
        depth++;
        hasChildren = false;
    }

    void attribute(String name, @Nullable String value) {
        if (value != null) {
            write(() -> writer.writeAttribute(name, PlainText.visible(value)));
        }
    }

    /** Write the text of the current element, which has no other children. */
    void cdata(String content) {
        String safe = PlainText.visible(content);
        write(() -> writer.writeCData(safe.replace("]]>", "]]]]><![CDATA[>")));
    }

    void close() {
        depth--;
        write(() -> {
            if (hasChildren) {
                indent(depth);
            }

            writer.writeEndElement();
        });
        hasChildren = true;
    }

    /** Close all open elements and return the document. */
    String end() {
        while (depth > 0) {
            close();
        }

        write(writer::writeEndDocument);
        return text.append('\n').toString();
    }

    private void indent(int levels) throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(levels));
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }
}
