package dev.pileus.domain.instances.exec;

import java.util.List;
import java.util.Map;

/// What runs in an instance, and as whom.
///
/// @param words the program and its arguments
/// @param environment all of it
/// @param user as the instance numbers them
/// @param group as the instance numbers them
/// @param directory where it begins, absolute
public record Command(
        List<String> words,
        Map<String, String> environment,
        long user,
        long group,
        String directory) {
    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }
}
