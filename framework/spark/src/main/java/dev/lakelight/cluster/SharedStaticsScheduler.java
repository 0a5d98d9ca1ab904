package dev.lakelight.cluster;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.DAGScheduler;
import org.apache.spark.scheduler.TaskScheduler;
import org.apache.spark.scheduler.TaskSet;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the task scheduler of an external cluster, which is of a kind that the cluster's master chooses, so that tasks of
 * notebook cells take the cells' variables with them as they do to executor processes.
 *
 * @param next Spark's own
 */
record SharedStaticsScheduler(TaskScheduler next) implements InvocationHandler {

    /** Let stages be sent out through here. */
    static void install(SparkContext context) {
        ClassLoader loader = TaskScheduler.class.getClassLoader();
        SharedStaticsScheduler handler = new SharedStaticsScheduler(context.taskScheduler());
        Object scheduler = Proxy.newProxyInstance(loader, new Class<?>[] {TaskScheduler.class}, handler);

        try {
            Field ofStages = DAGScheduler.class.getDeclaredField("taskScheduler");
            ofStages.setAccessible(true);
            ofStages.set(context.dagScheduler(), scheduler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Spark's DAGScheduler is another one", e);
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("submitTasks") && arguments != null) {
            SharedStatics.attachTo(((TaskSet) arguments[0]).properties());
        }

        try {
            return method.invoke(next, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
