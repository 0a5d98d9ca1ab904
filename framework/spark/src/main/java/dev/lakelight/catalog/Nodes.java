package dev.lakelight.catalog;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.PartialFunction;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Nodes of Spark's plans. What properties they have differs from one version of Spark to the next, so they are copied by position; the
 * first property of unresolved ones is a name.
 */
public final class Nodes {

    private Nodes() {}

    /** Return the name that a node has. */
    @SuppressWarnings("unchecked")
    static List<String> name(TreeNode<?> node) {
        return CollectionConverters.asJava((scala.collection.immutable.Seq<String>) node.productElement(0));
    }

    /** Return the same node with another name. */
    static <T extends TreeNode<T>> T named(T node, List<String> name) {
        return with(node, 0, CollectionConverters.asScala(name).toSeq());
    }

    /** Return the same node with another property, counted from 0. */
    public static <T extends TreeNode<T>> T with(T node, int position, Object property) {
        Object[] properties = new Object[node.productArity()];

        for (int i = 0; i < properties.length; i++) {
            properties[i] = i == position ? property : node.productElement(i);
        }

        T copy = node.makeCopy(properties);
        copy.copyTagsFrom(node);
        return copy;
    }

    /** Return a function that Spark's trees take. */
    public static <T> PartialFunction<T, T> total(UnaryOperator<T> function) {
        return new AbstractPartialFunction<>() {
            @Override
            public boolean isDefinedAt(T node) {
                return true;
            }

            @Override
            public <A extends T, B> B applyOrElse(A node, scala.Function1<A, B> otherwise) {
                @SuppressWarnings("unchecked")
                B result = (B) function.apply(node);
                return result;
            }
        };
    }
}
