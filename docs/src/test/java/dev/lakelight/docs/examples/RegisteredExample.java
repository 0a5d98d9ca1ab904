package dev.lakelight.docs.examples;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.junit.LakelightExtension;
import dev.lakelight.lake.Lake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteredExample {

    @RegisterExtension
    static final LakelightExtension LAKELIGHT = LakelightExtension.builder()
            .setting("spark.sql.session.timeZone", "Europe/Berlin")
            .build();

    @Test
    void hasTheTimeZone(Lake lake) {
        assertThat(lake.zone()).hasToString("Europe/Berlin");
    }
}
