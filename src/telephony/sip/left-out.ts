// Takes the place of those parts of JsSIP that this phone never makes, which its user agent names all the same: NOTIFY
// dialogs, and OPTIONS and MESSAGE of its own. Whoever makes one of them hears that it is no constructor.
export {};
