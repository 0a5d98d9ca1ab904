package dev.lakelight.workspace.permission;

/** What someone may do with an object; which of these an object has, and in which order, its type says. */
public enum PermissionLevel {
    CAN_READ,
    CAN_RUN,
    CAN_EDIT,
    CAN_ATTACH_TO,
    CAN_RESTART,
    CAN_VIEW,
    CAN_MANAGE_RUN,
    CAN_MANAGE,
    IS_OWNER
}
