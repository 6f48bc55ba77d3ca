package dev.pileus.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Asks a person, in the words of the stock clients, and asks again until an answer makes sense.
public final class Dialogue {
    private final BufferedReader in;
    private final PrintWriter out;

    public Dialogue(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    public boolean confirm(String question, boolean usual) {
        return confirm(question, usual, ": ");
    }

    /// A question that no habit answers.
    public boolean confirm(String question) {
        while (true) {
            say(question + " (yes/no): ");
            var answer = line().toLowerCase(Locale.ROOT);
            if (answer.equals("yes") || answer.equals("no")) {
                return answer.equals("yes");
            }
            complain("Please answer yes or no");
        }
    }

    /// A question with its usual answer.
    ///
    /// @param end what stands behind the question
    public boolean confirm(String question, boolean usual, String end) {
        while (true) {
            say("%s (yes/no) [default=%s]%s".formatted(question, usual ? "yes" : "no", end));
            switch (line().toLowerCase(Locale.ROOT)) {
                case "" -> {
                    return usual;
                }
                case "yes", "y" -> {
                    return true;
                }
                case "no", "n" -> {
                    return false;
                }
                default -> complain("Please answer yes or no");
            }
        }
    }

    /// A text; the usual one is taken for an empty answer.
    ///
    /// @param complaint what is wrong with an answer; empty when nothing
    public String ask(String question, String usual, Function<String, Optional<String>> complaint) {
        while (true) {
            say("%s [default=%s]: ".formatted(question, usual));
            var answer = line();
            var text = answer.isEmpty() ? usual : answer;
            var wrong = complaint.apply(text);
            if (wrong.isEmpty()) {
                return text;
            }
            complain(wrong.get());
        }
    }

    /// A text that may be empty.
    public String ask(String question) {
        say(question + ": ");
        return line();
    }

    public void complain(String text) {
        out.println(text);
        out.flush();
    }

    private void say(String text) {
        out.print(text);
        out.flush();
    }

    private String line() {
        try {
            var line = in.readLine();
            if (line == null) {
                throw new CommandException("the answers have ended before the questions");
            }
            return line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
