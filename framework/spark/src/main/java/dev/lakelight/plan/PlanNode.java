package dev.lakelight.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A node of one of Spark's plans. Spark copies and compares nodes by the arguments of their public constructor, which Scala knows of
 * case classes; a class in Java lists them itself.
 */
public interface PlanNode extends Product {

    /** Return the arguments of the public constructor, in order. */
    List<Object> arguments();

    @Override
    default int productArity() {
        return arguments().size();
    }

    @Override
    default Object productElement(int position) {
        return arguments().get(position);
    }

    @Override
    default boolean canEqual(@Nullable Object other) {
        return other != null && other.getClass() == getClass();
    }

    /** Return a list as Spark takes it. */
    static <T> Seq<T> seq(List<T> elements) {
        return CollectionConverters.asScala(elements).toSeq();
    }
}
