package dev.lakelight.difference;

/** How many differing rows people see. */
public final class ShownShare {

    /** No more rows are shown, of each kind at least its share. */
    public static final int MOST = 20;

    private ShownShare() {}

    /** Hand out places one by one, so that a kind with few rows leaves its places to the others. */
    public static int[] of(int most, int... wanted) {
        int[] shares = new int[wanted.length];
        int left = most;

        for (boolean any = true; any && left > 0; ) {
            any = false;

            for (int i = 0; i < wanted.length && left > 0; i++) {
                if (shares[i] < wanted[i]) {
                    shares[i]++;
                    left--;
                    any = true;
                }
            }
        }

        return shares;
    }
}
