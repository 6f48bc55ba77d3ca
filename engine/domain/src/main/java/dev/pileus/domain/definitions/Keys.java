package dev.pileus.domain.definitions;

import java.util.Map;
import java.util.TreeMap;

/// A configuration, parted into the keys that are the same everywhere and those of one member.
record Keys(Map<String, String> ofAll, Map<String, String> ofMember) {
    static Keys of(Kind kind, Map<String, String> config) {
        var ofAll = new TreeMap<>(config);
        var ofMember = new TreeMap<>(config);
        ofAll.keySet().removeIf(kind::isMemberSpecific);
        ofMember.keySet().removeIf(key -> !kind.isMemberSpecific(key));
        return new Keys(ofAll, ofMember);
    }

    Map<String, String> all() {
        var all = new TreeMap<>(ofAll);
        all.putAll(ofMember);
        return all;
    }
}
