package dev.pileus.domain.networks;

import dev.pileus.api.ApiException;
import dev.pileus.domain.definitions.Words;

/// How refusals speak of networks.
final class NetworkWords implements Words {
    @Override
    public String title() {
        return "Network";
    }

    @Override
    public String brief() {
        return "Network";
    }

    @Override
    public ApiException alreadyDefined(String name, String member) {
        return new ApiException(
                409, "Network \"%s\" is already defined on member \"%s\"".formatted(name, member));
    }

    @Override
    public ApiException alreadyCreated(String name) {
        return new ApiException(409, "Network \"%s\" already exists".formatted(name));
    }

    @Override
    public ApiException typeDiffers(String wanted, String present) {
        return new ApiException(
                400, "Requested network type doesn't match type in existing database record");
    }
}
