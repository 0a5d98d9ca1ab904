package dev.lakelight.docs;

/**
 * A fenced block.
 *
 * @param marker content of the HTML comment before it; empty when there is none
 * @param language as written after the fence; empty when there is none
 * @param text its lines, each with a line feed
 * @param line 1-based line of the opening fence
 */
record Fence(Chapter chapter, String marker, String language, String text, int line) {

    boolean isMarked(String kind) {
        return marker.startsWith(kind + ":");
    }

    /** Return what the marker says after its kind. */
    String argument() {
        return marker.substring(marker.indexOf(':') + 1).strip();
    }

    String place() {
        return chapter.name() + ":" + line;
    }

    @Override
    public String toString() {
        return place();
    }
}
