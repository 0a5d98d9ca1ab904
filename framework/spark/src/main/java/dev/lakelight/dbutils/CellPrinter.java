package dev.lakelight.dbutils;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Prints what {@code dbutils} tells the reader of a notebook; it becomes output of the cell. */
final class CellPrinter {

    private CellPrinter() {}

    static void println(String line) {
        System.out.println(line);
    }

    /** Print the methods of a part of {@code dbutils}. */
    static void help(String part, Class<?> utils) {
        help(part, utils, method -> true);
    }

    /** Print what a method takes. */
    static void help(String part, Class<?> utils, String name) {
        help(part, utils, method -> method.getName().equals(name));
    }

    private static void help(String part, Class<?> utils, Predicate<Method> shown) {
        Arrays.stream(utils.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.getName().contains("$"))
                .filter(shown)
                .map(method -> "dbutils.%s.%s".formatted(part, signature(method)))
                .distinct()
                .sorted()
                .forEach(CellPrinter::println);
    }

    private static String signature(Method method) {
        String parameters = Arrays.stream(method.getParameters())
                .map(CellPrinter::described)
                .collect(Collectors.joining(", "));
        return "%s(%s): %s"
                .formatted(method.getName(), parameters, method.getReturnType().getSimpleName());
    }

    private static String described(Parameter parameter) {
        return "%s: %s".formatted(parameter.getName(), parameter.getType().getSimpleName());
    }
}
