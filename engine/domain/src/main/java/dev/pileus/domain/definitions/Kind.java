package dev.pileus.domain.definitions;

import dev.pileus.database.Reader;
import java.util.List;
import java.util.Map;

/// What makes pools pools and networks networks. Checks refuse with an
/// [dev.pileus.api.ApiException].
public interface Kind {
    /// `storage-pool` or `network`.
    String entity();

    DefinitionTables tables();

    Words words();

    /// Keys whose value differs from member to member.
    boolean isMemberSpecific(String key);

    /// Refuses names, keys and values that no such definition can have. Keys may be of either sort.
    void check(NewDefinition wanted);

    /// Refuses a change of the keys of one member that cannot be made any more.
    void checkChange(Part part, Map<String, String> wanted);

    /// The keys that are the same everywhere, with those added that the server chooses.
    Map<String, String> complete(Reader reader, NewDefinition wanted);

    /// URLs of what needs it.
    List<String> usedBy(Reader reader, Scope scope, Definition definition);

    /// Makes it on this host; may be repeated.
    ///
    /// @param config all keys as this member sees them
    /// @return the keys of this member to be kept
    Map<String, String> create(Definition definition, Map<String, String> config);

    /// Removes it from this host; may be repeated.
    void delete(Definition definition, Map<String, String> config);
}
