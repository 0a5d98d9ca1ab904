package dev.lakelight.catalog;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.function.UnaryOperator;

/**
 * The private fields of an exception.
 *
 * @param thrown the exception
 */
record ThrownFields(Throwable thrown) {

    /** Change each field of a name; one that is not there, or that this JVM keeps closed, stays as it is. */
    <T> void change(String name, Class<T> type, UnaryOperator<T> change) {
        for (Class<?> declaring = thrown.getClass(); declaring != null; declaring = declaring.getSuperclass()) {
            try {
                Field field = declaring.getDeclaredField(name);

                if (type.isAssignableFrom(field.getType())) {
                    field.setAccessible(true);
                    change(field, type, change);
                }
            } catch (NoSuchFieldException | InaccessibleObjectException | IllegalAccessException e) {
                // Perhaps a superclass has it.
            }
        }
    }

    private <T> void change(Field field, Class<T> type, UnaryOperator<T> change) throws IllegalAccessException {
        Object value = field.get(thrown);

        if (value != null) {
            field.set(thrown, change.apply(type.cast(value)));
        }
    }
}
