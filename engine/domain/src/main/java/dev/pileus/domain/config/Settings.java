package dev.pileus.domain.config;

import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.TableListener;
import dev.pileus.domain.options.Flags;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values of one table `config`, kept in memory until they change: asked for all the time, and
/// also while the database has no leader. Thread-safe.
public final class Settings {
    private final Database database;
    private volatile @Nullable Map<String, String> values;
    private volatile boolean stale = true;

    public Settings(Database database) {
        this.database = database;
        var subscription = database.watch(TableListener.of(Set.of("config"), () -> stale = true));
        assert subscription != null : "ends with the database itself";
    }

    /// What has been set, secrets as they are kept.
    Map<String, String> stored() {
        var known = values;
        if (known != null && !stale) {
            return known;
        }
        stale = false;
        try {
            var fresh = Map.copyOf(database.read(ConfigRepository::all));
            values = fresh;
            return fresh;
        } catch (DatabaseException e) {
            stale = true;
            if (known == null) {
                throw e;
            }
            return known;
        }
    }

    /// They have been changed by this member, which may not wait to hear of it.
    void changed() {
        stale = true;
    }

    /// What holds: the value that has been set, or what holds otherwise.
    public String value(String key) {
        var initial = Keys.find(key).map(ConfigKey::initial).orElse("");
        return stored().getOrDefault(key, initial);
    }

    /// The same as a whole number.
    public int number(String key) {
        return Integer.parseInt(value(key));
    }

    /// The same as a yes or no.
    public boolean flag(String key) {
        return Flags.isOn(value(key));
    }

    Database database() {
        return database;
    }
}
