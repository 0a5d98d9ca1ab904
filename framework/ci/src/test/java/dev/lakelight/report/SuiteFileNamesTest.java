package dev.lakelight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteFileNamesTest {

    private final SuiteFileNames names = new SuiteFileNames();

    @ParameterizedTest
    @CsvSource({
        "com.acme.CustomerTest, TEST-com.acme.CustomerTest.xml",
        "com.acme.Outer$Inner, TEST-com.acme.Outer_Inner.xml",
        "src/test/lakelight/customers.yml, TEST-src.test.lakelight.customers.xml",
        "pipelines/silver, TEST-pipelines.silver.xml",
        "../../etc/passwd, TEST-.....etc.passwd.xml",
        "'C:\\con|aux: <?>', TEST-C_con_aux_.xml",
        "Überblick 日本, TEST-_berblick_.xml",
        "'', TEST-.xml"
    })
    void areGoodForEveryFileSystem(String suite, String file) {
        assertThat(names.of(suite)).isEqualTo(file);
    }

    @Test
    void areNeverTheSameNotEvenWhereCaseDoesNotCount() {
        assertThat(names.of("a/b.yml")).isEqualTo("TEST-a.b.xml");
        assertThat(names.of("a/b.yaml")).isEqualTo("TEST-a.b-2.xml");
        assertThat(names.of("A.B")).isEqualTo("TEST-A.B-3.xml");
    }

    @Test
    void areShortEnough() {
        assertThat(names.of("x".repeat(5_000))).hasSize("TEST-.xml".length() + 120);
        assertThat(names.of("x".repeat(6_000))).hasSize("TEST--2.xml".length() + 120);
    }
}
