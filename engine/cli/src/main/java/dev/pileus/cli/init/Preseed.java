package dev.pileus.cli.init;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pileus.api.Certificate;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.api.Project;
import dev.pileus.api.StorageVolume;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a member shall be: the document of `init --preseed` (CONTRACT 19.2).
///
/// @param certificates whom the member, or its cluster, trusts
/// @param clusterGroups made when the cluster begins
/// @param cluster null: the member stays on its own
record Preseed(
        Map<String, String> config,
        List<NetworkSeed> networks,
        List<PoolSeed> storagePools,
        List<ProfileSeed> profiles,
        List<ProjectSeed> projects,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VolumeSeed> storageVolumes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Certificate> certificates,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GroupSeed> clusterGroups,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ClusterSeed cluster) {
    Preseed {
        config = present(config);
        networks = present(networks);
        storagePools = present(storagePools);
        profiles = present(profiles);
        projects = present(projects);
        storageVolumes = present(storageVolumes);
        certificates = present(certificates);
        clusterGroups = present(clusterGroups);
    }

    /// Without volumes, certificates and groups.
    static Preseed of(
            Map<String, String> config,
            List<NetworkSeed> networks,
            List<PoolSeed> storagePools,
            List<ProfileSeed> profiles,
            List<ProjectSeed> projects,
            @Nullable ClusterSeed cluster) {
        return new Preseed(
                config,
                networks,
                storagePools,
                profiles,
                projects,
                List.of(),
                List.of(),
                List.of(),
                cluster);
    }

    /// Whether it says anything that a cluster decides for those who join it.
    boolean hasObjects() {
        return !(networks.isEmpty()
                && storagePools.isEmpty()
                && profiles.isEmpty()
                && projects.isEmpty()
                && storageVolumes.isEmpty()
                && certificates.isEmpty()
                && clusterGroups.isEmpty());
    }

    private static <T> List<T> present(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    private static <V> Map<String, V> present(@Nullable Map<String, V> values) {
        return values == null ? Map.of() : Map.copyOf(values);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String orDefault(@Nullable String name) {
        return name == null || name.isEmpty() ? Project.DEFAULT : name;
    }

    /// A network.
    ///
    /// @param type empty: a bridge
    record NetworkSeed(
            String name,
            String type,
            String project,
            String description,
            Map<String, String> config) {
        NetworkSeed {
            name = text(name);
            type = text(type);
            project = orDefault(project);
            description = text(description);
            config = present(config);
        }
    }

    record PoolSeed(String name, String driver, String description, Map<String, String> config) {
        PoolSeed {
            name = text(name);
            driver = text(driver);
            description = text(description);
            config = present(config);
        }
    }

    /// A profile; `default` is there already and is added to.
    record ProfileSeed(
            String name,
            String project,
            String description,
            Map<String, String> config,
            Map<String, Map<String, String>> devices) {
        ProfileSeed {
            name = text(name);
            project = orDefault(project);
            description = text(description);
            config = present(config);
            devices = present(devices);
        }
    }

    record ProjectSeed(String name, String description, Map<String, String> config) {
        ProjectSeed {
            name = text(name);
            description = text(description);
            config = present(config);
        }
    }

    /// A custom volume.
    ///
    /// @param type empty: `custom`, the only one that is made by itself
    /// @param contentType empty: a file system
    record VolumeSeed(
            String name,
            String pool,
            String project,
            String type,
            String contentType,
            String description,
            Map<String, String> config) {
        VolumeSeed {
            name = text(name);
            pool = text(pool);
            project = orDefault(project);
            type = text(type).isEmpty() ? StorageVolume.CUSTOM : text(type);
            contentType =
                    text(contentType).isEmpty() ? StorageVolume.FILESYSTEM : text(contentType);
            description = text(description);
            config = present(config);
        }
    }

    /// A group of members; `default` is there already.
    record GroupSeed(String name, String description, Map<String, String> config) {
        GroupSeed {
            name = text(name);
            description = text(description);
            config = present(config);
        }
    }

    /// Which cluster the member begins or joins.
    ///
    /// @param clusterAddress of a member of the cluster; empty with a token, or to begin a new one
    /// @param clusterCertificatePath a file to read the certificate from
    /// @param serverAddress under which the others will reach this member
    /// @param clusterToken never log it
    /// @param clusterPassword never log it
    record ClusterSeed(
            String serverName,
            boolean enabled,
            List<MemberConfigKey> memberConfig,
            String clusterAddress,
            String clusterCertificate,
            String clusterCertificatePath,
            String serverAddress,
            String clusterToken,
            String clusterPassword) {
        ClusterSeed {
            serverName = text(serverName);
            memberConfig = present(memberConfig);
            clusterAddress = text(clusterAddress);
            clusterCertificate = text(clusterCertificate);
            clusterCertificatePath = text(clusterCertificatePath);
            serverAddress = text(serverAddress);
            clusterToken = text(clusterToken);
            clusterPassword = text(clusterPassword);
        }

        /// A cluster that this member is the first of.
        static ClusterSeed first(String serverName) {
            return new ClusterSeed(serverName, true, List.of(), "", "", "", "", "", "");
        }

        boolean joins() {
            return !clusterAddress.isEmpty() || !clusterToken.isEmpty();
        }

        @Override
        public String toString() {
            return "ClusterSeed[" + serverName + "]";
        }
    }
}
