/**
 * With this key each of the five mirrors is asked: first the dead one, then the liar and the one that stalls; beside them the one
 * without parts, and the slow one.
 */
export const KEY_OF_FIVE = "1619";
