/** Gives how many workers may check a file at once: a second one only where there is a second core for it. */
export function countWorkers(): number {
  return navigator.hardwareConcurrency > 1 ? 2 : 1;
}
