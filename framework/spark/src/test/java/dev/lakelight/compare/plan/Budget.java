package dev.lakelight.compare.plan;

/** So much memory and no more. */
final class Budget implements Memory {

    private final long most;
    private long used;

    Budget(long most) {
        this.most = most;
    }

    @Override
    public boolean take(long bytes) {
        boolean there = used + bytes <= most;
        used += there ? bytes : 0;
        return there;
    }

    @Override
    public void give(long bytes) {
        used -= bytes;
    }

    @Override
    public void free() {
        used = 0;
    }

    long used() {
        return used;
    }
}
