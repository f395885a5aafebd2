/** The height of the place that one stream flows to; the picture of n streams is n times as high. */
export const STREAM_PLACE = 40;

/** The width of the picture. */
export const SPLIT_WIDTH = 200;

/** How much of its place the widest stream takes. */
const WIDEST = 0.8;

/**
 * Gives, for each share, the outline of a stream (SVG path data): all leave the left edge side by side as one, and each
 * reaches its own place at the right edge, as thick there as here. So the picture is to scale: nothing is lost on the way.
 */
export function splitStreams(shares: readonly number[]): string[] {
  const height = shares.length * STREAM_PLACE;
  const whole = (STREAM_PLACE * WIDEST) / Math.max(...shares);
  const middle = SPLIT_WIDTH / 2;
  let start = (height - whole) / 2;
  return shares.map((share, index) => {
    const thickness = share * whole;
    const end = (index + 0.5) * STREAM_PLACE - thickness / 2;
    const [a, b, c, d] = [start, end, end + thickness, start + thickness].map((value) => value.toFixed(2));
    start += thickness;
    return `M0 ${a}C${middle} ${a} ${middle} ${b} ${SPLIT_WIDTH} ${b}V${c}C${middle} ${c} ${middle} ${d} 0 ${d}Z`;
  });
}
