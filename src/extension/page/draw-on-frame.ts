/** A page that nobody sees has no frames; the popup may show what it draws. */
const UNSEEN_MS = 500;

function onNextFrame(draw: () => void): void {
  if (document.hidden) setTimeout(draw, UNSEEN_MS);
  else requestAnimationFrame(draw);
}

/** Makes a drawing that may be asked for at any time, and is done once for the next frame. */
export function drawOnFrame(draw: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    onNextFrame(() => {
      isDue = false;
      draw();
    });
  };
}
