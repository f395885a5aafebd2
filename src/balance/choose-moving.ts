/** Who may be moved, and how many. */
export interface Candidates<Client> {
  /** Those that came back in an earlier balance: they go first, as the way may be free by now. */
  readonly first?: readonly Client[];
  /** All others that may be moved. */
  readonly others: readonly Client[];
  readonly count: number;
}

/** Draws some of a list at random, without replacement (Fisher and Yates, stopped early). */
function drawSome<Client>(clients: readonly Client[], count: number, random: () => number): Client[] {
  const rest = [...clients];
  const drawn = Math.min(count, rest.length);
  for (let index = 0; index < drawn; index++) {
    const other = index + Math.floor(random() * (rest.length - index));
    [rest[index], rest[other]] = [rest[other] as Client, rest[index] as Client];
  }
  return rest.slice(0, drawn);
}

/** Chooses who is moved: every one of a group with the same chance. `random` gives numbers from 0 up to, not including, 1. */
export function chooseMoving<Client>(
  { first = [], others, count }: Candidates<Client>,
  random: () => number,
): Client[] {
  const chosen = drawSome(first, count, random);
  return [...chosen, ...drawSome(others, count - chosen.length, random)];
}
