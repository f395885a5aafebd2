function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") === true;
}

/**
 * Takes the files that are dropped anywhere on the page, and shows the box that they are for: a browser would leave the page for a
 * file that was dropped beside the box.
 */
export function takeDrops(box: HTMLElement, take: (file: File | undefined) => void): void {
  document.addEventListener("dragover", (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    box.scrollIntoView({ block: "nearest" });
    take(event.dataTransfer?.files[0]);
  });
}
