package dev.pileus.server.sftp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An answer to a client, written from front to back.
final class Reply {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    Reply(int type) throws IOException {
        out.writeByte(type);
    }

    static Reply status(int id, int code, String words) throws IOException {
        return new Reply(Type.STATUS).number(id).number(code).text(words).text("en");
    }

    static Reply ok(int id) throws IOException {
        return status(id, Type.OK, "ok");
    }

    Reply number(int number) throws IOException {
        out.writeInt(number);
        return this;
    }

    Reply longNumber(long number) throws IOException {
        out.writeLong(number);
        return this;
    }

    Reply text(String text) throws IOException {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
        return this;
    }

    Reply bytes(ByteBuffer content) throws IOException {
        out.writeInt(content.remaining());
        out.write(content.array(), content.arrayOffset() + content.position(), content.remaining());
        return this;
    }

    void send(OutputStream to) throws IOException {
        var framed = ByteBuffer.allocate(Integer.BYTES + bytes.size());
        framed.putInt(bytes.size()).put(bytes.toByteArray());
        to.write(framed.array());
        to.flush();
    }
}
