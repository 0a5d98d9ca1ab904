package dev.lakelight.dbutils;

import dev.lakelight.problem.EnvironmentError;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets modules that were compiled against {@code com.databricks:databricks-dbutils-scala_2.13} find the {@code dbutils} of their
 * run by {@code DBUtils.getDBUtils()}, when the library is on the class path. That returns the instance which its companion object
 * keeps; we put one there that asks for the current run at each call. The library itself adapts its interfaces to our objects, as
 * it does to those of Databricks' runtime, by the names of their fields and methods.
 */
public final class OfficialApi {

    private static final String PACKAGE = "com.databricks.sdk.scala.dbutils.";
    private static final InheritableThreadLocal<@Nullable OfficialApi> CURRENT = new InheritableThreadLocal<>();
    private static final Map<ClassLoader, Boolean> LOOKED_AT = new WeakHashMap<>();

    private final DBUtils dbutils;
    private @Nullable Object adapted;

    private OfficialApi(DBUtils dbutils) {
        this.dbutils = dbutils;
    }

    /** Return the work with {@code dbutils} found by it and by the threads that it starts. */
    public static Runnable bound(DBUtils dbutils, Runnable work) {
        return () -> {
            install(Thread.currentThread().getContextClassLoader());
            OfficialApi before = CURRENT.get();
            CURRENT.set(new OfficialApi(dbutils));

            try {
                work.run();
            } finally {
                restore(before);
            }
        };
    }

    private static void restore(@Nullable OfficialApi before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    private static synchronized void install(@Nullable ClassLoader loader) {
        if (loader != null && LOOKED_AT.putIfAbsent(loader, true) == null) {
            installIn(loader);
        }
    }

    private static void installIn(ClassLoader loader) {
        try {
            Class<?> api = Class.forName(PACKAGE + "DBUtils", false, loader);
            Field instance = Class.forName(PACKAGE + "DBUtils$", true, loader).getDeclaredField("INSTANCE");
            instance.setAccessible(true);
            instance.set(null, routed(api, () -> current().adaptedTo(api)));
        } catch (ClassNotFoundException notUsed) {
            // Most projects do without.
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new EnvironmentError(
                    "The library databricks-dbutils-scala cannot find dbutils here: %s. Use version 0.1.4 for Scala 2.13."
                            .formatted(e));
        }
    }

    /** Return a part of the API whose calls go to that of the current run, also when a module keeps the part. */
    private static Object routed(Class<?> part, Target target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.isDefault()) {
                return orEmpty(InvocationHandler.invokeDefault(proxy, method, arguments), method.getReturnType());
            }

            if (isPart(method.getReturnType())) {
                return routed(method.getReturnType(), () -> method.invoke(target.find()));
            }

            return invoke(method, target.find(), arguments);
        };
        return Proxy.newProxyInstance(part.getClassLoader(), new Class<?>[] {part}, handler);
    }

    /** The default of an argument, such as a label, may be null, which the library cannot pass on. */
    private static @Nullable Object orEmpty(@Nullable Object value, Class<?> type) {
        return value == null && type == String.class ? "" : value;
    }

    private static boolean isPart(Class<?> type) {
        return type.isInterface() && type.getName().startsWith(PACKAGE);
    }

    /**
     * Return the {@code dbutils} of the run that this thread belongs to.
     *
     * @throws IllegalStateException when it belongs to none
     */
    public static DBUtils dbutils() {
        return current().dbutils;
    }

    private static OfficialApi current() {
        OfficialApi current = CURRENT.get();

        if (current == null) {
            throw new IllegalStateException(
                    "There is no dbutils here: no notebook or module runs in this thread. Call it from one that does.");
        }

        return current;
    }

    private static @Nullable Object invoke(Method method, Object target, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private synchronized Object adaptedTo(Class<?> api) throws ReflectiveOperationException {
        if (adapted == null) {
            Class<?> adapter = Class.forName(PACKAGE + "ProxyDBUtilsImpl", true, api.getClassLoader());
            Constructor<?> constructor = adapter.getConstructor(Object.class);
            adapted = constructor.newInstance(dbutils);
        }

        return adapted;
    }

    /** Finds what a call goes to. */
    @FunctionalInterface
    private interface Target {

        Object find() throws ReflectiveOperationException;
    }
}
