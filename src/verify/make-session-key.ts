/** Makes the key of a new session, in the form that the page's script keeps. */
export function makeSessionKey(): string {
  return crypto.getRandomValues(new Uint32Array(1)).join();
}
