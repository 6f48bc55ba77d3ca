package dev.pileus.client;

import dev.pileus.api.Event;

/// Told by an [EventStream] what happens, one call at a time, on threads of the stream. Calls
/// should return soon: events wait meanwhile.
public interface EventReceiver {
    /// Events arrive from now on. A reader who wants to miss nothing reads the state of things
    /// after this call.
    void connected(Endpoint endpoint);

    /// Follows [#connected] when the stream was broken before: events were missed, so read the
    /// state of things again.
    void resyncNeeded();

    void event(Event event);

    /// The stream broke, or no endpoint could be reached; called for each round of attempts that
    /// failed. The stream goes on trying.
    void lost(ClientException cause);
}
