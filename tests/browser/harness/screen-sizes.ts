/** The screens that the pages are looked at on, in CSS pixels: a small telephone, a tablet, a desk. */
export const NARROW = { width: 320, height: 640 };
export const MIDDLE = { width: 768, height: 800 };
export const WIDE = { width: 1280, height: 800 };
export const SIZES = [NARROW, MIDDLE, WIDE] as const;
