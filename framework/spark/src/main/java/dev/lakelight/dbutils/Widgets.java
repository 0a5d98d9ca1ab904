package dev.lakelight.dbutils;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The widgets of one scope: a notebook with all that it calls by {@code %run}. A value that was passed to the run wins over every
 * default, is there before its widget is created, and stays when its widget is removed.
 */
public final class Widgets {

    private final Map<String, String> passed;
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Set<String> unread;

    /** Create the widgets of a run that was given these values. */
    public Widgets(Map<String, String> passed) {
        this.passed = new LinkedHashMap<>(passed);
        this.unread = new LinkedHashSet<>(passed.keySet());
    }

    /**
     * Create a widget, or give an existing one another default.
     *
     * @throws WidgetNameIsTooLong as it says
     * @throws DefaultValueIsTooLong as it says
     */
    public synchronized void create(String name, String defaultValue) {
        WidgetLimits.check(name, defaultValue);
        defaults.put(name, defaultValue);
    }

    /**
     * Create a widget that offers choices only.
     *
     * @throws DefaultValueNotInChoicesList when the default is none of them
     * @throws TooManyDefaultChoices as it says
     */
    public void create(String name, String defaultValue, Collection<String> choices) {
        WidgetLimits.check(name, choices);

        if (!choices.contains(defaultValue)) {
            throw new DefaultValueNotInChoicesList(name, defaultValue, choices);
        }

        create(name, defaultValue);
    }

    /** Return the value of a widget, or of a parameter that was passed without one. */
    public synchronized Optional<String> find(String name) {
        unread.remove(name);
        return Optional.ofNullable(passed.getOrDefault(name, defaults.get(name)));
    }

    /** Return all values by name, those of passed parameters included. */
    public synchronized Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(defaults);
        values.putAll(passed);
        unread.clear();
        return values;
    }

    /** Return the names that have a value. */
    public synchronized List<String> names() {
        Set<String> names = new LinkedHashSet<>(defaults.keySet());
        names.addAll(passed.keySet());
        return new ArrayList<>(names);
    }

    /**
     * Remove a widget; a value that was passed stays.
     *
     * @throws InputWidgetNotDefined when there is neither
     */
    public synchronized void remove(String name) {
        if (defaults.remove(name) == null && !passed.containsKey(name)) {
            throw InputWidgetNotDefined.removed(name, names());
        }
    }

    /** Remove all widgets; values that were passed stay. */
    public synchronized void removeAll() {
        defaults.clear();
    }

    /** Return the parameters that were passed and that nothing has read. */
    public synchronized List<String> unread() {
        return new ArrayList<>(unread);
    }

    /**
     * Pass the arguments of a {@code %run}. What the scope has under these names comes back with the returned action; names that
     * it does not have stay, as do all widgets that the called notebook creates.
     */
    public synchronized Runnable pass(Map<String, String> arguments) {
        Map<String, @Nullable String> before = new HashMap<>();
        arguments.keySet().stream()
                .filter(name -> passed.containsKey(name) || defaults.containsKey(name))
                .forEach(name -> before.put(name, passed.get(name)));
        passed.putAll(arguments);
        return () -> restore(before);
    }

    private synchronized void restore(Map<String, @Nullable String> before) {
        before.forEach((name, value) -> {
            if (value == null) {
                passed.remove(name);
            } else {
                passed.put(name, value);
            }
        });
    }
}
