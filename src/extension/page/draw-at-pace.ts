/** How long a picture stands at least: as fast as anybody reads figures. Each frame would cost as much work as the download itself. */
const STANDS_MS = 250;

/** Makes a drawing that may be asked for at any time, and is done four times a second at most: also while nobody sees the page, for the popup shows what it says. */
export function drawAtPace(draw: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      draw();
    }, STANDS_MS);
  };
}
