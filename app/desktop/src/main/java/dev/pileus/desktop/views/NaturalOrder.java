package dev.pileus.desktop.views;

import java.util.Comparator;

/// Orders names as people do: `web-2` before `web-10`, case left aside.
enum NaturalOrder implements Comparator<String> {
    IGNORING_CASE;

    @Override
    public int compare(String left, String right) {
        int leftAt = 0;
        int rightAt = 0;
        while (leftAt < left.length() && rightAt < right.length()) {
            int leftEnd = endOfPart(left, leftAt);
            int rightEnd = endOfPart(right, rightAt);
            int order =
                    compareParts(
                            left.substring(leftAt, leftEnd), right.substring(rightAt, rightEnd));
            if (order != 0) {
                return order;
            }
            leftAt = leftEnd;
            rightAt = rightEnd;
        }
        return Integer.compare(left.length() - leftAt, right.length() - rightAt);
    }

    /// Parts are runs of digits and what lies between them.
    private static int endOfPart(String text, int start) {
        boolean digits = isDigit(text.charAt(start));
        int end = start + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static int compareParts(String left, String right) {
        if (isDigit(left.charAt(0)) && isDigit(right.charAt(0))) {
            var leftNumber = left.replaceFirst("^0+(?=.)", "");
            var rightNumber = right.replaceFirst("^0+(?=.)", "");
            int order = Integer.compare(leftNumber.length(), rightNumber.length());
            return order != 0 ? order : leftNumber.compareTo(rightNumber);
        }
        return left.compareToIgnoreCase(right);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
