/** How long a picture stands at least: as fast as anybody reads figures. Each frame would cost as much work as the download itself. */
const STANDS_MS = 250;

/** Makes a drawing that may be asked for at any time, and is done four times a second at most: not at all while nobody sees the page. */
export function drawAtPace(draw: () => void): () => void {
  let isDue = false;
  const drawNow = (): void => {
    isDue = false;
    draw();
  };
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => requestAnimationFrame(drawNow), STANDS_MS);
  };
}
