// Takes the place of the package `debug`, by which JsSIP would write whole messages to the console, credentials and all.

/** A logger that says nothing. */
const silent = Object.assign(() => () => undefined, { default: () => () => undefined });

// What a CommonJS module gets from it, as Node defines.
export { silent as "module.exports" };
