package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("passing")
class PassingTest {

    @Test
    void seesWhatTheUserTypedAndThePluginConfigures() {
        assertEquals("typed", System.getProperty("it.typed"));
        assertEquals("from the POM", System.getProperty("lakelight.it.property"));
        assertEquals("with a blank", System.getProperty("it.option"));
    }
}
