package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.client.ClientException;
import dev.pileus.client.Failure;
import dev.pileus.client.InternalCalls;
import dev.pileus.client.Timeouts;
import dev.pileus.domain.images.ImageMembers;
import dev.pileus.domain.images.Parcel;
import dev.pileus.domain.members.ClusterSettings;
import dev.pileus.domain.members.Liveness;
import dev.pileus.domain.members.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Carries images between members over their TLS port.
public final class HttpImageMembers implements ImageMembers {
    static final String PATH = "images";

    /// As long as the other one needs to fetch an image.
    private static final Timeouts PATIENCE =
            new Timeouts(Duration.ofSeconds(2), Duration.ofHours(1), Duration.ofHours(1));

    private final Neighbours neighbours;
    private final OnlineMembers others;
    private final MemberDownloads downloads;

    public HttpImageMembers(Neighbours neighbours, Liveness liveness, ClusterSettings settings) {
        this.neighbours = neighbours;
        this.others = new OnlineMembers(neighbours, liveness, settings);
        this.downloads = new MemberDownloads(neighbours);
    }

    @Override
    public List<Member> online() {
        return others.online();
    }

    @Override
    public Parcel take(Member from, String fingerprint, Parcel into) {
        var path = "/internal/" + PATH + "/" + fingerprint + "/";
        if (!take(from, path + "metadata", into.metadata())) {
            throw new ApiException(404, "Image not found");
        }
        return into.with(take(from, path + "rootfs", into.rootfs()));
    }

    private boolean take(Member from, String path, Path file) {
        return downloads.take(from, path, body -> Files.copy(body, file));
    }

    @Override
    public void haveFetched(Member who, String fingerprint) {
        ask(who, member -> member.tell(Map.of(), PATH, fingerprint));
    }

    @Override
    public void haveForgotten(Member who, String fingerprint) {
        ask(who, member -> member.delete(PATH, fingerprint));
    }

    private void ask(Member who, Consumer<InternalCalls> call) {
        try {
            call.accept(neighbours.clients().at(who.address()).within(PATIENCE).internal());
        } catch (ClientException e) {
            throw e.failure() instanceof Failure.Refused(var status, var text)
                    ? new ApiException(status, text)
                    : new ApiException(500, String.valueOf(e.getMessage()));
        }
    }
}
