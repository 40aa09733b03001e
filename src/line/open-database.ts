import type { openDB } from "idb";

/** Opens a database of IndexedDB. What it takes is loaded when it is first needed: a line can ring before. */
export const openDatabase: typeof openDB = async (...options) => {
  const library = await import("idb");
  return library.openDB(...options);
};
