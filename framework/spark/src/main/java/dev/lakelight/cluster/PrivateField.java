package dev.lakelight.cluster;

import java.lang.reflect.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of a private field of Spark's, when it is there and set. Reading it, unlike calling its accessor, does not make a lazy
 * value come into being.
 */
record PrivateField(@Nullable Object value) {

    static PrivateField of(Object owner, String name) {
        return new PrivateField(owner).field(name);
    }

    PrivateField field(String name) {
        return new PrivateField(value == null ? null : read(value, name));
    }

    <T> Optional<T> as(Class<T> type) {
        return Optional.ofNullable(value).filter(type::isInstance).map(type::cast);
    }

    private static @Nullable Object read(Object owner, String name) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                Object value = field.get(owner);
                return value instanceof scala.Option<?> option ? orNull(option) : value;
            } catch (NoSuchFieldException e) {
                // Perhaps a superclass has it.
            } catch (IllegalAccessException e) {
                return null;
            }
        }

        return null;
    }

    private static @Nullable Object orNull(scala.Option<?> option) {
        return option.isDefined() ? option.get() : null;
    }
}
