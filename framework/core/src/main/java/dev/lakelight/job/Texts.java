package dev.lakelight.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Texts of a task's action. */
final class Texts {

    private Texts() {}

    static Map<String, String> copy(Map<String, String> texts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    static Map<String, String> resolved(Map<String, String> texts, UnaryOperator<String> references) {
        Map<String, String> resolved = new LinkedHashMap<>();
        texts.forEach((name, text) -> resolved.put(name, references.apply(text)));
        return resolved;
    }

    static List<String> resolved(List<String> texts, UnaryOperator<String> references) {
        return texts.stream().map(references).toList();
    }
}
