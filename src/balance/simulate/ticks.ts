/** How long a step of a simulation is: it meets every moment at which a term changes. */
export const TICK_MS = 10_000;

/** A minute of a simulation, in milliseconds. */
export const MINUTE_MS = 60_000;

/** How many steps a minute has. */
export const TICKS_A_MINUTE = MINUTE_MS / TICK_MS;

/** How many steps an hour has. */
export const TICKS_AN_HOUR = 60 * TICKS_A_MINUTE;
