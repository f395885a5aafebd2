/** Makes a drawing that may be asked for at any time, and is done once for the next frame: not at all while nobody sees the page. */
export function drawOnFrame(draw: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  };
}
