package dev.lakelight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaticFieldsTest {

    @Test
    void takesValuesAlongAndNullForThoseThatCannotBeTaken() throws Exception {
        byte[] snapshot = StaticFields.of(List.of(Variables.class));
        Variables.text = "later";
        Variables.number = 0;

        StaticFields.install(snapshot, StaticFieldsTest.class.getClassLoader());

        assertThat(Variables.text).isEqualTo("first");
        assertThat(Variables.number).isEqualTo(7);
        assertThat(Variables.notWritable).isNull();
        assertThat(Variables.notReadable).isNull();
    }

    static final class Variables {

        static String text = "first";
        static int number = 7;
        static Object notWritable = new Object();
        static Object notReadable = new WriteOnly();

        private Variables() {}
    }

    static final class WriteOnly implements Serializable {

        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException {
            throw new IOException("not for other JVMs");
        }
    }
}
