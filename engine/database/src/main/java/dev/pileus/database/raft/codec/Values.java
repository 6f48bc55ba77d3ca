package dev.pileus.database.raft.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists of what columns and arguments can hold.
public final class Values {
    private Values() {}

    public static void encode(ByteWriter out, List<@Nullable Object> values) {
        out.number(values.size());
        for (var value : values) {
            out.value(value);
        }
    }

    public static List<@Nullable Object> decode(ByteReader in) {
        var size = in.count();
        var values = new ArrayList<@Nullable Object>(size);
        for (var i = 0; i < size; i++) {
            values.add(in.value());
        }
        return values;
    }

    public static @Nullable Object[] array(List<@Nullable Object> values) {
        return Arrays.copyOf(values.toArray(), values.size());
    }
}
