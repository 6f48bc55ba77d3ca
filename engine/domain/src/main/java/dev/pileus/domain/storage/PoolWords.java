package dev.pileus.domain.storage;

import dev.pileus.api.ApiException;
import dev.pileus.domain.definitions.Words;

/// How refusals speak of pools.
final class PoolWords implements Words {
    @Override
    public String title() {
        return "Storage pool";
    }

    @Override
    public String brief() {
        return "Pool";
    }

    @Override
    public ApiException alreadyDefined(String name, String member) {
        return new ApiException(
                400, "The storage pool already defined on member \"" + member + "\"");
    }

    @Override
    public ApiException alreadyCreated(String name) {
        return new ApiException(409, "The storage pool is already created");
    }

    @Override
    public ApiException typeDiffers(String wanted, String present) {
        return new ApiException(
                400,
                "Requested storage pool driver \"%s\" doesn't match driver in existing database record \"%s\""
                        .formatted(wanted, present));
    }

    @Override
    public ApiException notMemberSpecificInChange(String key) {
        return new ApiException(
                400,
                "Config key \"%s\" may not be used as cluster member specific key".formatted(key));
    }
}
