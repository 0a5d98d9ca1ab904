package dev.lakelight.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDDLike;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.AccumulatorV2;
import org.jspecify.annotations.Nullable;

/** Takes the values of static fields to another JVM, each on its own: what cannot be serialized becomes null. */
final class StaticFields {

    private static final char BEFORE_FIELD = '#';

    private StaticFields() {}

    /** Return the values of all fields that are not final. */
    static byte[] of(Collection<Class<?>> classes) {
        Map<String, byte[]> values = new TreeMap<>();

        for (Class<?> type : classes) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    values.put(type.getName() + BEFORE_FIELD + field.getName(), valueOf(field));
                }
            }
        }

        return serialized(values).orElseThrow();
    }

    private static byte[] valueOf(Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            Optional<byte[]> bytes = isOfDriver(value) ? Optional.empty() : serialized(value);
            return bytes.or(() -> serialized(null)).orElseThrow();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("accessible field " + field, e);
        }
    }

    /** What can be serialized, and is of no use elsewhere, or counts wrong there. */
    private static boolean isOfDriver(@Nullable Object value) {
        return value instanceof SparkSession
                || value instanceof Dataset
                || value instanceof RDD
                || value instanceof JavaRDDLike
                || value instanceof AccumulatorV2;
    }

    private static Optional<byte[]> serialized(@Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // An object of the user's; whether its absence matters shows where it is used.
            return Optional.empty();
        }

        return Optional.of(bytes.toByteArray());
    }

    /** Give the fields of this JVM's classes their values. */
    static void install(byte[] snapshot, ClassLoader loader) throws IOException, ReflectiveOperationException {
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) read(snapshot, loader)).entrySet()) {
            String name = (String) entry.getKey();
            int fieldAt = name.indexOf(BEFORE_FIELD);
            Field field = Class.forName(name.substring(0, fieldAt), true, loader)
                    .getDeclaredField(name.substring(fieldAt + 1));
            field.setAccessible(true);
            field.set(null, valueOf((byte[]) entry.getValue(), loader));
        }
    }

    /** Return a value, or null as well when an object of the user's can be written, but not read. */
    private static @Nullable Object valueOf(byte[] bytes, ClassLoader loader) {
        try {
            return read(bytes, loader);
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
            return null;
        }
    }

    private static Object read(byte[] bytes, ClassLoader loader) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new Input(new ByteArrayInputStream(bytes), loader)) {
            return in.readObject();
        }
    }

    private static final class Input extends ObjectInputStream {

        private final ClassLoader loader;

        Input(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(type.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                // Primitive types have no class of that name.
                return super.resolveClass(type);
            }
        }
    }
}
