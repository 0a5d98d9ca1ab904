package dev.lakelight.dbutils;

import java.util.List;
import java.util.Map;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** {@code dbutils.widgets}. Labels are for Databricks' page of the notebook and are not kept. */
public final class WidgetUtils {

    private final Widgets widgets;

    /** Create the object for the widgets of one scope. */
    public WidgetUtils(Widgets widgets) {
        this.widgets = widgets;
    }

    /** Create a text widget. */
    public void text(String name, String defaultValue) {
        widgets.create(name, defaultValue);
    }

    /** Create a text widget. */
    public void text(String name, String defaultValue, String label) {
        text(name, defaultValue);
    }

    /** Create a widget that offers choices. */
    public void dropdown(String name, String defaultValue, List<String> choices) {
        widgets.create(name, defaultValue, choices);
    }

    /** Create a widget that offers choices. */
    public void dropdown(String name, String defaultValue, List<String> choices, String label) {
        dropdown(name, defaultValue, choices);
    }

    /** Create a widget that offers choices, from Scala. */
    public void dropdown(String name, String defaultValue, Seq<String> choices) {
        dropdown(name, defaultValue, CollectionConverters.asJava(choices));
    }

    /** Create a widget that offers choices, from Scala. */
    public void dropdown(String name, String defaultValue, Seq<String> choices, String label) {
        dropdown(name, defaultValue, choices);
    }

    /** Create a widget that offers choices and takes any text. */
    public void combobox(String name, String defaultValue, List<String> choices) {
        widgets.create(name, defaultValue);
    }

    /** Create a widget that offers choices and takes any text. */
    public void combobox(String name, String defaultValue, List<String> choices, String label) {
        combobox(name, defaultValue, choices);
    }

    /** Create a widget that offers choices and takes any text, from Scala. */
    public void combobox(String name, String defaultValue, Seq<String> choices) {
        combobox(name, defaultValue, CollectionConverters.asJava(choices));
    }

    /** Create a widget that offers choices and takes any text, from Scala. */
    public void combobox(String name, String defaultValue, Seq<String> choices, String label) {
        combobox(name, defaultValue, choices);
    }

    /** Create a widget from which several choices can be picked; its value joins them with commas. */
    public void multiselect(String name, String defaultValue, List<String> choices) {
        widgets.create(name, defaultValue, choices);
    }

    /** Create a widget from which several choices can be picked; its value joins them with commas. */
    public void multiselect(String name, String defaultValue, List<String> choices, String label) {
        multiselect(name, defaultValue, choices);
    }

    /** Create a widget from which several choices can be picked, from Scala. */
    public void multiselect(String name, String defaultValue, Seq<String> choices) {
        multiselect(name, defaultValue, CollectionConverters.asJava(choices));
    }

    /** Create a widget from which several choices can be picked, from Scala. */
    public void multiselect(String name, String defaultValue, Seq<String> choices, String label) {
        multiselect(name, defaultValue, choices);
    }

    /**
     * Return the value of a widget.
     *
     * @throws InputWidgetNotDefined when there is none of that name
     */
    public String get(String name) {
        return widgets.find(name).orElseThrow(() -> InputWidgetNotDefined.calledFor(name, widgets.names()));
    }

    /**
     * Return the value of a widget; older name of {@link #get}.
     *
     * @throws InputWidgetNotDefined when there is none of that name
     */
    public String getArgument(String name) {
        return get(name);
    }

    /** Return the value of a widget, or the given one when there is none of that name. */
    public String getArgument(String name, String otherwise) {
        return widgets.find(name).orElse(otherwise);
    }

    /** Return all values by name. */
    public Map<String, String> getAll() {
        return widgets.values();
    }

    /** Remove a widget. */
    public void remove(String name) {
        widgets.remove(name);
    }

    /** Remove all widgets. */
    public void removeAll() {
        widgets.removeAll();
    }

    /** Print what there is. */
    public void help() {
        CellPrinter.help("widgets", WidgetUtils.class);
    }

    /** Print what a method takes. */
    public void help(String method) {
        CellPrinter.help("widgets", WidgetUtils.class, method);
    }
}
