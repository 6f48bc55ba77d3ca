package dev.pileus.domain.evacuation;

import dev.pileus.api.Instance;
import dev.pileus.database.Database;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.instances.PowerSwitch;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.members.MaintenanceService;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersReader;
import dev.pileus.domain.operations.Progress;
import java.util.List;

/// Fills this member again after its evacuation (CONTRACT 11.3). If something fails, the member
/// stays evacuated, and what was done is done: a second restore goes on with the rest.
public final class Restoration {
    private final Database database;
    private final ThisMember here;
    private final MaintenanceService maintenance;
    private final PowerSwitch power;
    private final Hosting hosting;
    private final EvacuationPeers peers;
    private final EventHub events;

    public Restoration(
            Database database,
            ThisMember here,
            MaintenanceService maintenance,
            PowerSwitch power,
            Hosting hosting,
            EvacuationPeers peers,
            EventHub events) {
        this.database = database;
        this.here = here;
        this.maintenance = maintenance;
        this.power = power;
        this.hosting = hosting;
        this.peers = peers;
        this.events = events;
    }

    /// @param skip whether instances stay as they are and where they are
    void run(boolean skip, Progress progress) throws InterruptedException {
        maintenance.beginRestore(here.name(), !displaced().isEmpty());
        if (!skip) {
            try {
                fill(new Report(progress));
            } catch (RuntimeException | InterruptedException e) {
                maintenance.evacuated(here.name());
                throw e;
            }
        }
        maintenance.available(here.name());
        events.tell(
                Happening.of(
                        "cluster-member-restored", Urls.of("cluster", "members", here.name())));
    }

    private void fill(Report report) throws InterruptedException {
        var asleep =
                database.readLatest(reader -> Instances.on(reader, here.id())).stream()
                        .filter(power::shallBeUp)
                        .filter(instance -> !power.power(instance).isUp())
                        .toList();
        var displaced = displaced();
        report.expect(asleep.size() + displaced.size());
        Crew.each(
                asleep,
                instance -> {
                    start(instance, report);
                    report.done();
                });
        Crew.each(
                displaced,
                instance -> {
                    fetch(instance, report);
                    report.done();
                });
        report.demandSuccess("Failed to restore instances");
    }

    private void fetch(StoredInstance instance, Report report) throws InterruptedException {
        var home = database.read(reader -> member(reader, instance.member()));
        boolean shallBeUp;
        try {
            report.movingFrom(instance);
            shallBeUp = peers.fetch(home, instance.id());
        } catch (RuntimeException e) {
            report.failed(instance, "is on \"%s\"".formatted(place(instance)), e);
            return;
        }
        if (shallBeUp) {
            start(instance, report);
        }
    }

    /// It may have arrived although nobody could say so.
    private String place(StoredInstance instance) {
        return database.read(reader -> Instances.find(reader, instance.id()))
                .map(StoredInstance::location)
                .orElse("");
    }

    private void start(StoredInstance instance, Report report) throws InterruptedException {
        report.starting(instance);
        try {
            hosting.start(instance.id());
        } catch (RuntimeException e) {
            report.failed(instance, "is on \"%s\" and does not run".formatted(here.name()), e);
        }
    }

    /// Those that live elsewhere because this member was evacuated.
    private List<StoredInstance> displaced() {
        return database.readLatest(Instances::all).stream()
                .filter(instance -> instance.member() != here.id())
                .filter(instance ->
                        instance.ownSetting(Instance.EVACUATE_ORIGIN).equals(here.name()))
                .toList();
    }

    private static Member member(Reader reader, long id) {
        return MembersReader.all(reader).stream()
                .filter(member -> member.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
