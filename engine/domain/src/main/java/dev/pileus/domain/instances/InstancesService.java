package dev.pileus.domain.instances;

import dev.pileus.database.Database;
import dev.pileus.domain.ThisMember;

/// Finds instances and changes what is written about them. Refusals are
/// [dev.pileus.api.ApiException]s. Safe for use by many threads.
public final class InstancesService {
    private final Database database;
    private final ThisMember here;

    public InstancesService(Database database, ThisMember here) {
        this.database = database;
        this.here = here;
    }

    /// As stored; 404 where there is none.
    public StoredInstance find(String project, String name) {
        return database.read(reader -> Instances.known(reader, project, name));
    }

    /// Whether this member has to do its work.
    public boolean isHere(StoredInstance instance) {
        return instance.member() == here.id();
    }
}
