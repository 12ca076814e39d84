/** The key of every test desk: processes that belong together must derive the same codes and links. */
export const KEY = Buffer.alloc(48, 7);
