package dev.lakelight.branch;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit from writing. Left alone it measures how finely the file system dates files, with probe files inside the
 * {@code .git} folder, and keeps the answer in the user's home. Here it is told a safe, coarse answer instead; the only cost
 * is that files changed in the last seconds are compared by content.
 */
final class ReadOnlyJGit extends SystemReader.Delegate {

    private static final long COARSE_SECONDS = 2;

    private ReadOnlyJGit(SystemReader reader) {
        super(reader);
        setPlatformChecker();
    }

    /** Take effect for all of JGit in this class loader; more than once does no harm. */
    static synchronized void install() {
        SystemReader current = SystemReader.getInstance();

        if (!(current instanceof ReadOnlyJGit)) {
            SystemReader.setInstance(new ReadOnlyJGit(current));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        File file = super.openUserConfig(parent, fs).getFile();
        return new UserConfig(parent, file, fs);
    }

    private static final class UserConfig extends FileBasedConfig {

        private UserConfig(Config parent, File file, FS fs) {
            super(parent, file, fs);
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long fallback, TimeUnit unit) {
            if (section.equals("filesystem")) {
                return unit.convert(COARSE_SECONDS, TimeUnit.SECONDS);
            }

            return super.getTimeUnit(section, subsection, name, fallback, unit);
        }
    }
}
