package dev.pileus.domain.members;

/// A place that is kept for a newcomer until it confirms, or gives up.
///
/// @param id the newcomer's own, in the members' table and in the database's membership
public record JoinReservation(long id, String name, String address) {}
