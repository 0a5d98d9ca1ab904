package dev.lakelight.junit.testbed;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Keeps the cluster through all launcher sessions that tests of this module open inside of theirs. */
public final class OneClusterForAllTests implements LauncherSessionListener {

    private final Deque<ClusterSession> open = new ArrayDeque<>();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        open.push(ClusterSession.open());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        open.pop().close();
    }
}
