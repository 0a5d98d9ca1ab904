package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.WorkflowException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildNotebooksTest {

    @Test
    void endNotebooksThatCallThemselves() {
        RunRequest request = RunRequest.of("a", null, Map.of());

        for (int depth = 0; depth < ChildNotebooks.MAX_DEPTH; depth++) {
            request = request.child("./a", Map.of());
        }

        ChildNotebooks deepest = new ChildNotebooks(null, request, new CallChain());

        assertThatThrownBy(() -> deepest.run("./a", Duration.ZERO, Map.of()))
                .isInstanceOf(WorkflowException.class)
                .hasMessage("Cannot run the notebook './a': 10 notebooks already wait for one another."
                        + " Does one of them call itself?");
    }
}
