package dev.pileus.database.raft;

import dev.pileus.database.raft.wire.Links;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.rpc.RpcFactory;
import org.apache.ratis.rpc.RpcType;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.RaftServerRpc;
import org.apache.ratis.server.ServerFactory;
import org.apache.ratis.server.leader.FollowerInfo;
import org.apache.ratis.server.leader.LeaderState;
import org.apache.ratis.server.leader.LogAppender;

/// Makes Ratis use [PeerRpc]. Ratis knows such a type by its class name only and makes it itself;
/// what it needs comes through the parameters.
final class PeerRpcType implements RpcType {
    private static final String LINKS = "links";
    private static final String APPENDERS = "appenders";

    private static final String VOTES = "votes";

    static Parameters parameters(Links links, Appenders appenders, Votes votes) {
        var parameters = new Parameters();
        parameters.put(LINKS, links, Links.class);
        parameters.put(APPENDERS, appenders, Appenders.class);
        parameters.put(VOTES, votes, Votes.class);
        return parameters;
    }

    @Override
    public String name() {
        return PeerRpcType.class.getName();
    }

    @Override
    public RpcFactory newFactory(Parameters parameters) {
        return new Factory(
                this,
                parameters.getNonNull(LINKS, Links.class),
                parameters.getNonNull(APPENDERS, Appenders.class),
                parameters.getNonNull(VOTES, Votes.class));
    }

    private record Factory(RpcType rpcType, Links links, Appenders appenders, Votes votes)
            implements ServerFactory {
        @Override
        public RpcType getRpcType() {
            return rpcType;
        }

        @Override
        public RaftServerRpc newRaftServerRpc(RaftServer server) {
            return new PeerRpc(rpcType, links, votes);
        }

        @Override
        public LogAppender newLogAppender(
                RaftServer.Division server, LeaderState state, FollowerInfo follower) {
            var appender = LogAppender.newLogAppenderDefault(server, state, follower);
            appenders.add(appender);
            return appender;
        }
    }
}
