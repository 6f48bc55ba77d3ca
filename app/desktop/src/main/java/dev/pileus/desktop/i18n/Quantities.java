package dev.pileus.desktop.i18n;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/// Numbers, shares and bytes as people write them.
public final class Quantities {
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");

    private final Locale locale;

    Quantities(Locale locale) {
        this.locale = locale;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// `35%` from 0.35.
    public String share(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /// `3.2 GiB`: one decimal below ten, none above.
    public String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (Math.abs(amount) >= 1024 && unit < UNITS.size() - 1) {
            amount /= 1024;
            unit++;
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit > 0 && Math.abs(amount) < 10 ? 1 : 0);
        return format.format(amount) + " " + UNITS.get(unit);
    }
}
