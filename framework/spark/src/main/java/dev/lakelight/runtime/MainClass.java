package dev.lakelight.runtime;

import dev.lakelight.lake.Activity;
import dev.lakelight.result.SourceLocation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** A class with a main method. */
record MainClass(Class<?> type, Method main) {

    /** Find a class by its name with package. */
    static MainClass named(String className) {
        Class<?> type = load(className);
        Method main = Arrays.stream(type.getMethods())
                .filter(MainClass::isMain)
                .findFirst()
                .orElseThrow(() -> RunErrors.noMain(type, whatThereIs(type)));
        main.setAccessible(true);
        return new MainClass(type, main);
    }

    private static Class<?> load(String className) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();

        try {
            return Class.forName(
                    className,
                    false,
                    loader != null
                            ? loader
                            : MethodHandles.lookup().lookupClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw RunErrors.noClass(className);
        }
    }

    private static boolean isMain(Method method) {
        return method.getName().equals("main")
                && Modifier.isStatic(method.getModifiers())
                && method.getReturnType() == void.class
                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String[].class});
    }

    private static String whatThereIs(Class<?> type) {
        List<String> similar = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("main"))
                .map(Method::toString)
                .sorted()
                .toList();
        return similar.isEmpty() ? "and no other method of that name" : "but " + String.join(", ", similar);
    }

    /** Return what the lake is told of it. */
    Activity.Work work() {
        return new Activity.Work(0, null, new SourceLocation(type.getName(), 0));
    }

    /** Call it; what it throws comes out as it is. */
    void call(List<String> arguments) throws Throwable {
        try {
            main.invoke(null, (Object) arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
