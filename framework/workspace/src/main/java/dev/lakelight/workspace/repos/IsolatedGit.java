package dev.lakelight.workspace.repos;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the git configuration of whoever runs the workspace out of it, so that it clones the same on every machine, and keeps JGit
 * from writing to the user's home what it measures of the file system.
 */
final class IsolatedGit extends SystemReader.Delegate {

    private static final long COARSE_SECONDS = 2;

    private IsolatedGit(SystemReader reader) {
        super(reader);
        setPlatformChecker();
    }

    /** Take effect for all of JGit in this class loader; more than once does no harm. */
    static synchronized void install() {
        SystemReader current = SystemReader.getInstance();

        if (!(current instanceof IsolatedGit)) {
            SystemReader.setInstance(new IsolatedGit(current));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    /** A file that is never there, and says how finely the file system dates files: coarsely, which is always safe. */
    private static final class Nothing extends FileBasedConfig {

        private Nothing(Config parent, FS fs) {
            super(parent, new File("no-such-file"), fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long fallback, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(COARSE_SECONDS, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, fallback, unit);
        }
    }
}
