package dev.pileus.model.plan;

/// How many instances, running or not, a member holds before and after.
public record MemberCount(String member, int before, int after) {
    public int change() {
        return after - before;
    }
}
