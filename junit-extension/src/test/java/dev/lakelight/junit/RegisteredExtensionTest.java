package dev.lakelight.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.lake.Lake;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteredExtensionTest {

    @Nested
    class OnAStaticField {

        @RegisterExtension
        static final LakelightExtension LAKELIGHT = LakelightExtension.builder()
                .setting("spark.sql.ansi.enabled", "false")
                .build();

        @Test
        void setsWhatItWasTold(Lake lake) {
            assertThat(lake.sql("SELECT CAST('x' AS INT)").first().isNullAt(0)).isTrue();
        }
    }

    @Nested
    @LakelightTest
    class OnAnInstanceFieldBesideTheAnnotation {

        @RegisterExtension
        final LakelightExtension lakelight = LakelightExtension.builder()
                .setting("spark.sql.session.timeZone", "Asia/Tokyo")
                .baseDirectory(Path.of("target", "other-project"))
                .build();

        @Test
        void servesInPlaceOfTheAnnotation(Lake lake) {
            assertThat(lake.zone()).hasToString("Asia/Tokyo");
            assertThat(lake.directory())
                    .startsWith(Path.of("target", "other-project").toAbsolutePath());
        }
    }
}
