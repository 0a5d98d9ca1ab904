package dev.lakelight.job.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 3 * * ?",
                "0 0/15 8-18 ? * MON-FRI",
                "*/10 * * * * ?",
                "0 0 0 1,15 JAN,jul ? 2026-2030",
                "0 59 23 L * ?",
                "0 0 6 LW * ?",
                "0 0 6 L-3 * ?",
                "0 0 6 15W * ?",
                "0 15 10 ? * 6L",
                "0 15 10 ? * 6#3",
                "0 15 10 ? * friL",
                "0 0 22-2 ? * L",
                "0 0 12 1/5 * ?",
                "  0  0 3\t* * ?  ",
                "21 /5 * * * ?"
            })
    void takesWhatQuartzTakes(String cron) {
        assertThat(CronExpression.problem(cron)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 25 * * ?     | the hour is '25', which is not from 0 to 23",
                "60 0 0 * * ?     | the second is '60', which is not from 0 to 59",
                "0 5-61 0 * * ?   | the minute is '5-61', which is not from 0 to 59",
                "0 */0 0 * * ?    | the minute is '*/0', which is not from 0 to 59",
                "0 0 0 32 * ?     | the day of the month is '32', which is not from 1 to 31",
                "0 0 0 L-31 * ?   | the day of the month is 'L-31', which is not from 1 to 31",
                "0 0 0 ? 13 MON   | the month is '13', which is not from 1 to 12",
                "0 0 0 ? * MOO    | the day of the week is 'MOO', which is not from 1 to 7",
                "0 0 0 ? * 0      | the day of the week is '0', which is not from 1 to 7",
                "0 0 0 ? * 2#6    | the day of the week is '2#6', which is not from 1 to 7",
                "0 0 0 1, * ?     | the day of the month is '', which is not from 1 to 31",
                "0 0 ? * * ?      | the hour is '?', which is not from 0 to 23",
                "0 0 3 * * ? 1969 | the year is '1969', which is not from 1970 to 2099",
                "0 3 * * *        | it has 5 fields instead of 6 or 7",
                "''               | it has 1 fields instead of 6 or 7",
                "0 0 3 * * *      | exactly one of the day of the month and the day of the week has to be ?",
                "0 0 3 ? * ?      | exactly one of the day of the month and the day of the week has to be ?",
                "0 0 99999999999 * * ? | the hour is '99999999999', which is not from 0 to 23"
            })
    void saysWhatIsWrong(String cron, String problem) {
        assertThat(CronExpression.problem(cron)).contains(problem);
    }
}
