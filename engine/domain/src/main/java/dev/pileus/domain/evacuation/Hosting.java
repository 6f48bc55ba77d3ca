package dev.pileus.domain.evacuation;

import dev.pileus.api.ApiException;
import dev.pileus.api.Instance;
import dev.pileus.database.Database;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.instances.InstanceKeeper;
import dev.pileus.domain.instances.InstanceWork;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.instances.PowerSwitch;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberPhase;
import dev.pileus.domain.members.MembersReader;
import dev.pileus.domain.moves.Carrier;
import dev.pileus.domain.moves.Freight;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a member does for others that are evacuated or restored: it starts what it has taken in,
/// and sends it home.
public final class Hosting {
    private final Database database;
    private final ThisMember here;
    private final InstanceWork work;
    private final PowerSwitch power;
    private final Carrier carrier;
    private final InstantSource time;

    public Hosting(
            Database database,
            ThisMember here,
            InstanceWork work,
            PowerSwitch power,
            Carrier carrier,
            InstantSource time) {
        this.database = database;
        this.here = here;
        this.work = work;
        this.power = power;
        this.carrier = carrier;
        this.time = time;
    }

    /// Starts an instance that lives here, unless it is up.
    public void start(long instance) throws InterruptedException {
        work.alone(
                instance,
                () -> {
                    var now = here(instance);
                    if (!power.power(now).isUp()) {
                        power.start(now);
                    }
                });
    }

    /// Stops an instance and carries it to the member that it was evacuated from.
    ///
    /// @return whether it shall be up at home
    public boolean sendHome(long instance) throws InterruptedException {
        var shallBeUp = new AtomicBoolean();
        work.alone(
                instance,
                () -> {
                    var now = here(instance);
                    var home = home(now.ownSetting(Instance.EVACUATE_ORIGIN));
                    shallBeUp.set(power.shallBeUp(now));
                    stop(now);
                    try {
                        carrier.carry(
                                here(instance),
                                home,
                                MemberPhase.RESTORING,
                                Map.of(Instance.EVACUATE_ORIGIN, ""),
                                Freight.silent(time));
                    } catch (RuntimeException | InterruptedException e) {
                        resume(instance, shallBeUp.get());
                        throw e;
                    }
                });
        return shallBeUp.get();
    }

    /// Stops an instance for a while; one that is down is left alone.
    void stop(StoredInstance instance) throws InterruptedException {
        if (power.power(instance).isUp()) {
            power.end(instance, InstanceKeeper.patience(instance));
            power.stoppedForAWhile(instance);
        }
    }

    /// Ends it without asking.
    void kill(StoredInstance instance) {
        power.kill(instance);
        power.stoppedForAWhile(instance);
    }

    /// Lets an instance go on that was stopped in vain, as long as it lives here.
    void resume(long instance, boolean shallBeUp) {
        if (shallBeUp) {
            power.start(here(instance));
        }
    }

    /// @throws ApiException 404 unless it lives here
    StoredInstance here(long instance) {
        return database.readLatest(reader -> Instances.find(reader, instance))
                .filter(found -> found.member() == here.id() && found.whole())
                .orElseThrow(() -> new ApiException(404, "Instance not found"));
    }

    private Member home(String name) {
        return database.read(MembersReader::all).stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ApiException(404, "Cluster member not found"));
    }
}
