/** Makes a guard for acts of which one at most is under way: what is asked for meanwhile, as by a double click, is not done. */
export function createGuard(): (act: () => Promise<unknown>) => void {
  let isBusy = false;
  return (act) => {
    if (isBusy) return;
    isBusy = true;
    // The act itself begins in the click, which is what gives it leave to ask.
    void act().finally(() => (isBusy = false));
  };
}
