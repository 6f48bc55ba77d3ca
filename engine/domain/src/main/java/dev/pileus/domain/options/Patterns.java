package dev.pileus.domain.options;

import java.util.regex.Pattern;

/// Shapes of values.
final class Patterns {
    private static final String NUMBER_AND_UNIT =
            "\\d+ ?(([kMGTPE]?B)|([KMGTPE]iB)|([kMGTPE]?bit)|([KMGTPE]ibit))?";

    static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    static final Pattern SIZE = Pattern.compile(NUMBER_AND_UNIT);
    static final Pattern SIZE_OR_PERCENT = Pattern.compile(NUMBER_AND_UNIT + "|\\d{1,3}%");

    private Patterns() {}
}
