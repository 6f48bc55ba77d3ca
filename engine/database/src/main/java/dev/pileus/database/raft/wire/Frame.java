package dev.pileus.database.raft.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/// One message on a stream: length (4 bytes, of what follows), kind, call (8 bytes), content.
///
/// @param kind a request's [Request] code, or [#REPLY] or [#REFUSAL]
/// @param call joins a reply to its request; counted by who asks
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared never
record Frame(int kind, long call, byte[] content) {
    static final int REPLY = 0x80;
    static final int REFUSAL = 0x81;
    private static final int HEADER = 1 + Long.BYTES;
    // far above what anybody sends (log batches and snapshot chunks of a few MB)
    private static final int MAX = 32 << 20;

    static Frame read(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < HEADER || length > MAX) {
            throw new WireException("another member sent a frame of " + length + " bytes");
        }
        var kind = in.readUnsignedByte();
        var call = in.readLong();
        var content = in.readNBytes(length - HEADER);
        if (content.length < length - HEADER) {
            throw new EOFException("the stream ended within a frame");
        }
        return new Frame(kind, call, content);
    }

    void write(DataOutputStream out) throws IOException {
        if (content.length > MAX - HEADER) {
            throw new WireException("too much for one frame: " + content.length + " bytes");
        }
        out.writeInt(HEADER + content.length);
        out.writeByte(kind);
        out.writeLong(call);
        out.write(content);
        out.flush();
    }
}
