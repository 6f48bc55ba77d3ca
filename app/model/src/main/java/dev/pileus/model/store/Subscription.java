package dev.pileus.model.store;

/// Being told of changes, until it is closed. Closing twice does nothing. An update that is being
/// delivered while another thread closes may still arrive.
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
