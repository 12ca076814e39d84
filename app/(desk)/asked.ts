/** What stands behind the question mark of an address. */
export type Asked = Record<string, string | string[] | undefined>;

/** One value, the first where an address repeats it; undefined where it is empty. */
export const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined;
