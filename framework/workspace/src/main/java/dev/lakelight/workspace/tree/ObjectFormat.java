package dev.lakelight.workspace.tree;

/** Formats of import and export, by the names that clients know. */
enum ObjectFormat {
    AUTO,
    DBC,
    HTML,
    JUPYTER,
    RAW,
    R_MARKDOWN,
    SOURCE
}
