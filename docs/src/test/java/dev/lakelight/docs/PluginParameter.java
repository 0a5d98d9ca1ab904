package dev.lakelight.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A property that goals of the plugin read.
 *
 * @param defaultValue as the descriptor has it; a dash when there is none
 */
record PluginParameter(String property, String defaultValue, Set<String> goals) {

    private static final String NO_DEFAULT = "–";

    /** Return the properties that the plugin's own descriptor names. */
    static Collection<PluginParameter> ofDescriptor() {
        Map<String, PluginParameter> parameters = new TreeMap<>();
        elements(descriptor().getDocumentElement(), "mojo").forEach(mojo -> {
            String goal = elements(mojo, "goal").findFirst().orElseThrow().getTextContent();
            // The goal help is generated, and describes its own parameters.
            Stream.of(mojo)
                    .filter(described -> !goal.equals("help"))
                    .flatMap(described -> elements(described, "configuration"))
                    .flatMap(configuration -> elements(configuration, "*"))
                    .filter(parameter -> parameter.getTextContent().startsWith("${"))
                    .forEach(parameter ->
                            parameters.merge(property(parameter), of(parameter, goal), PluginParameter::and));
        });
        return parameters.values();
    }

    private static PluginParameter of(Element parameter, String goal) {
        String value = parameter.getAttribute("default-value");
        return new PluginParameter(property(parameter), value.isEmpty() ? NO_DEFAULT : value, Set.of(goal));
    }

    private static String property(Element parameter) {
        return parameter.getTextContent().replaceAll("^\\$\\{|}$", "");
    }

    private PluginParameter and(PluginParameter other) {
        Set<String> both = new TreeSet<>(goals);
        both.addAll(other.goals);
        return new PluginParameter(property, defaultValue, both);
    }

    private static Document descriptor() {
        try (InputStream plugin = PluginParameter.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(plugin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The plugin's descriptor cannot be read", e);
        }
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }
}
