/** In a file of its own, so that the upload form knows the limits without shipping the CSV parser to the browser. */
export const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 20_000;
