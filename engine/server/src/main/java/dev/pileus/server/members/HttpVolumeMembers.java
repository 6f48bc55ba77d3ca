package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.domain.members.ClusterSettings;
import dev.pileus.domain.members.Liveness;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.volumes.FolderStreams;
import dev.pileus.domain.volumes.StoredVolume;
import dev.pileus.domain.volumes.VolumeMembers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Carries volumes between members over their TLS port.
public final class HttpVolumeMembers implements VolumeMembers {
    private final OnlineMembers others;
    private final MemberDownloads downloads;
    private final FolderStreams streams;

    public HttpVolumeMembers(
            Neighbours neighbours,
            Liveness liveness,
            ClusterSettings settings,
            FolderStreams streams) {
        this.others = new OnlineMembers(neighbours, liveness, settings);
        this.downloads = new MemberDownloads(neighbours);
        this.streams = streams;
    }

    @Override
    public Optional<Member> online(String name) {
        return others.online().stream().filter(member -> member.name().equals(name)).findFirst();
    }

    @Override
    public void take(Member from, StoredVolume volume, String snapshot, Path folder) {
        var path =
                Stream.of(volume.pool(), volume.project(), volume.name())
                        .map(HttpVolumeMembers::encoded)
                        .collect(Collectors.joining("/", "/internal/volumes/", ""));
        var found =
                downloads.take(
                        from,
                        path + "?snapshot=" + encoded(snapshot),
                        body -> {
                            streams.receive(body, folder);
                            return 0;
                        });
        if (!found) {
            throw new ApiException(404, "Storage volume not found");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
