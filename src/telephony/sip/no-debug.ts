// Takes the place of the package `debug`, by which JsSIP would write whole messages to the console, credentials and all.

/** A logger that says nothing. */
function silent(): () => void {
  return () => undefined;
}

// What CommonJS modules look for.
// eslint-disable-next-line no-restricted-syntax
export default silent;
