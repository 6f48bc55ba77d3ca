package dev.pileus.desktop.i18n;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Dates, times of day and durations as people say them.
public final class Moments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Messages messages;
    private final Clock clock;
    private final DateTimeFormatter dateAndTime;

    Moments(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        this.dateAndTime =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(messages.language().locale());
    }

    public Instant now() {
        return clock.instant();
    }

    /// `15:41`, or `2026-11-18 15:41` when that is not today; the same in every language.
    public String at(Instant moment) {
        var local = local(moment);
        boolean today = local.toLocalDate().equals(local(now()).toLocalDate());
        return (today ? TIME : DATE_AND_TIME).format(local);
    }

    /// `15:41:30`, for lists where the order of seconds matters.
    public String secondOf(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(local(moment));
    }

    /// `2027-02-15`, in every language.
    public String date(Instant moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(local(moment));
    }

    /// `Nov 20, 2026, 3:41 PM` or as the language has it.
    public String full(Instant moment) {
        return dateAndTime.format(local(moment));
    }

    /// `just now`, `2 min ago`, `3 days ago`.
    public String ago(Instant moment) {
        var since = Duration.between(moment, now());
        return since.toSeconds() < 10
                ? messages.text("time.now")
                : messages.text("time.ago", duration(since));
    }

    /// The largest unit alone: `41 days`, `2 min`, `12 s`.
    public String duration(Duration duration) {
        if (duration.toDays() > 1) {
            return messages.text("time.days", duration.toDays());
        }
        if (duration.toHours() > 1) {
            return messages.text("time.hours", duration.toHours());
        }
        if (duration.toMinutes() > 1) {
            return messages.text("time.minutes", duration.toMinutes());
        }
        return messages.text("time.seconds", Math.max(0, duration.toSeconds()));
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(clock.getZone());
    }
}
