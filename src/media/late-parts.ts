// One file to load for what calls do not need to begin.
export { Conference } from "./conference.ts";
export { pressKeys } from "./press-keys.ts";
export { watchForStalls } from "./stall-watch.ts";
