package dev.lakelight.workspace.secrets;

/** What someone may do with a scope; each includes those before it. */
enum SecretPermission {
    READ,
    WRITE,
    MANAGE
}
