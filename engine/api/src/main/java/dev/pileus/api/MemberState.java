package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// `GET /1.0/cluster/members/NAME/state`: how loaded a member is (CONTRACT 9.5).
public record MemberState(SystemInfo sysinfo, Map<String, PoolUsage> storagePools) {
    public MemberState {
        sysinfo = sysinfo == null ? SystemInfo.NONE : sysinfo;
        storagePools = Absent.map(storagePools);
    }

    /// Memory in bytes, uptime in seconds, load averages over 1, 5 and 15 minutes.
    public record SystemInfo(
            long uptime,
            List<Double> loadAverages,
            long totalRam,
            long freeRam,
            long sharedRam,
            long bufferedRam,
            long totalSwap,
            long freeSwap,
            int processes) {
        static final SystemInfo NONE = new SystemInfo(0, List.of(), 0, 0, 0, 0, 0, 0, 0);

        public SystemInfo {
            loadAverages = Absent.list(loadAverages);
        }
    }

    public record PoolUsage(Usage space, Usage inodes) {
        public PoolUsage {
            space = space == null ? Usage.NONE : space;
            inodes = inodes == null ? Usage.NONE : inodes;
        }
    }

    /// Bytes, or numbers of inodes.
    public record Usage(long used, long total) {
        static final Usage NONE = new Usage(0, 0);
    }
}
