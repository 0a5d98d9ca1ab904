package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.service.iam.Group;
import com.databricks.sdk.service.iam.ListUsersRequest;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.iam.User;
import com.databricks.sdk.service.settings.CreateTokenRequest;
import com.databricks.sdk.service.settings.CreateTokenResponse;
import com.databricks.sdk.service.settings.PublicTokenInfo;
import dev.lakelight.workspace.RawClient.Answer;
import dev.lakelight.workspace.audit.AuditEvent;
import org.junit.jupiter.api.Test;

/** Who may log in, and what the others are told. */
class LoginTest {

    private static final String ME = "/api/2.0/preview/scim/v2/Me";

    private final Workspace workspace = RunningWorkspace.get();

    @Test
    void knowsAUserByToken() {
        User me = RunningWorkspace.user().currentUser().me(new MeRequest());

        assertThat(me.getUserName()).isEqualTo(RunningWorkspace.USER);
        assertThat(me.getDisplayName()).isEqualTo("Grace Hopper");
        assertThat(me.getGroups()).extracting("display").containsExactlyInAnyOrder("users", "engineers");
    }

    @Test
    void knowsAUserByNameAndPassword() {
        DatabricksConfig config = RunningWorkspace.configuration(workspace)
                .setAuthType("basic")
                .setUsername(RunningWorkspace.USER)
                .setPassword(RunningWorkspace.USER_TOKEN);

        assertThat(new WorkspaceClient(config).currentUser().me(new MeRequest()).getUserName())
                .isEqualTo(RunningWorkspace.USER);
    }

    @Test
    void knowsAServicePrincipalByItsSecret() {
        DatabricksConfig config = RunningWorkspace.configuration(workspace)
                .setAuthType("oauth-m2m")
                .setClientId(RunningWorkspace.SERVICE)
                .setClientSecret(RunningWorkspace.SERVICE_SECRET);

        assertThat(new WorkspaceClient(config).currentUser().me(new MeRequest()).getUserName())
                .isEqualTo(RunningWorkspace.SERVICE);
    }

    @Test
    void givesNoTokenForAnotherSecret() {
        Answer answer = RawClient.without(workspace)
                .basic(RunningWorkspace.SERVICE, "wrong")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/oidc/v1/token", "grant_type=client_credentials&scope=all-apis");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text())
                .isEqualTo("{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed.\"}");
    }

    @Test
    void tellsWhereToGetTokens() {
        Answer answer = RawClient.without(workspace).get("/.well-known/databricks-config");

        assertThat(answer.json().path("oidc_endpoint").asText()).isEqualTo(workspace.url() + "/oidc");
        assertThat(answer.json().path("workspace_id").asText()).isEqualTo(answer.header("X-Databricks-Org-Id"));
        assertThat(RawClient.without(workspace)
                        .get("/oidc/.well-known/oauth-authorization-server")
                        .json()
                        .path("token_endpoint")
                        .asText())
                .isEqualTo(workspace.url() + "/oidc/v1/token");
    }

    @Test
    void refusesWhoHasNoToken() {
        Answer answer = RawClient.without(workspace).get(ME);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("""
                        {"error_code":"UNAUTHENTICATED",\
                        "message":"Credential was not sent or was of an unsupported type for this API.",\
                        "details":[{"@type":"type.googleapis.com/google.rpc.RequestInfo","request_id":"%s","serving_data":""}]}\
                        """.formatted(answer.header("x-request-id")));
    }

    @Test
    void refusesAWrongToken() {
        assertThatThrownBy(() -> RunningWorkspace.client(workspace, "dapi-wrong")
                        .currentUser()
                        .me(new MeRequest()))
                .isInstanceOf(PermissionDenied.class)
                .hasMessage("Invalid access token.");
    }

    @Test
    void refusesAPasswordOfAnotherUser() {
        Answer answer = RawClient.without(workspace)
                .basic(RunningWorkspace.ADMIN, RunningWorkspace.USER_TOKEN)
                .get(ME);

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void countsRequestsThatNoOperationAnswers() {
        RawClient client =
                RawClient.with(workspace, RunningWorkspace.USER_TOKEN).header("User-Agent", "odd client");

        Answer answer = client.send("POST", "/api/2.0/clusters/get-delete?x=1", "{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("error_code").asText()).isEqualTo("ENDPOINT_NOT_FOUND");
        assertThat(answer.json().path("message").asText()).isEqualTo("No API found for 'POST /clusters/get-delete'");
        assertThat(workspace.unknownRequests().list())
                .anySatisfy(request ->
                        assertThat(request.toString()).contains("POST", "/api/2.0/clusters/get-delete", "odd client"));
    }

    @Test
    void letsUsersMakeTokens() {
        WorkspaceClient client = RunningWorkspace.user();
        CreateTokenResponse created = client.tokens()
                .create(new CreateTokenRequest().setComment("for CI").setLifetimeSeconds(3600L));
        WorkspaceClient withIt = RunningWorkspace.client(workspace, created.getTokenValue());

        assertThat(withIt.currentUser().me(new MeRequest()).getUserName()).isEqualTo(RunningWorkspace.USER);
        assertThat(client.tokens().list())
                .extracting(PublicTokenInfo::getComment)
                .contains("for CI");

        client.tokens().delete(created.getTokenInfo().getTokenId());

        assertThatThrownBy(() -> withIt.currentUser().me(new MeRequest())).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> client.tokens().delete(created.getTokenInfo().getTokenId()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void listsUsersAndGroups() {
        WorkspaceClient client = RunningWorkspace.user();

        assertThat(client.users().list(new ListUsersRequest().setFilter("userName eq \"ada@example.org\"")))
                .extracting(User::getDisplayName)
                .containsExactly("Ada Lovelace");
        assertThat(client.groups().list(new com.databricks.sdk.service.iam.ListGroupsRequest()))
                .extracting(Group::getDisplayName)
                .containsExactlyInAnyOrder("users", "admins", "engineers");
        assertThat(client.servicePrincipals().list(new com.databricks.sdk.service.iam.ListServicePrincipalsRequest()))
                .hasSize(1);
    }

    @Test
    void remembersLoginsAndTheirFailures() {
        RawClient client = RawClient.without(workspace).header("User-Agent", "login test");
        Answer failed = client.get(ME);
        Answer passed = client.header("Authorization", "Bearer " + RunningWorkspace.OTHER_TOKEN)
                .get(ME);

        assertThat(workspace.auditLog().after(0, 100_000))
                .filteredOn(event -> event.userAgent().equals("login test"))
                .extracting(AuditEvent::actionName, AuditEvent::userName, AuditEvent::statusCode, AuditEvent::requestId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("tokenLogin", "", 401, failed.header("x-request-id")),
                        org.assertj.core.groups.Tuple.tuple(
                                "tokenLogin", RunningWorkspace.OTHER, 200, passed.header("x-request-id")));
    }
}
