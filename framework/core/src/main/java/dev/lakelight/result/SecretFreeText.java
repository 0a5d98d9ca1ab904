package dev.lakelight.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.lakelight.secret.KnownSecrets;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes texts of events without the secrets that this JVM has read. What tells tests apart and where files are stays as it is. */
final class SecretFreeText extends StdScalarSerializer<String> {

    private static final long serialVersionUID = 1;

    SecretFreeText() {
        super(String.class);
    }

    @Override
    public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
        boolean asItIs = isFile(json.getOutputContext()) || isOfTest(json.getOutputContext());
        json.writeString(asItIs ? value : KnownSecrets.ofThisJvm().redact(value));
    }

    private static boolean isFile(JsonStreamContext place) {
        return "file".equals(place.getCurrentName());
    }

    private static boolean isOfTest(JsonStreamContext place) {
        @Nullable JsonStreamContext next = place;

        while (next != null) {
            if ("test".equals(next.getCurrentName()) && isRoot(next.getParent())) {
                return true;
            }

            next = next.getParent();
        }

        return false;
    }

    private static boolean isRoot(@Nullable JsonStreamContext context) {
        return context == null || context.inRoot();
    }
}
