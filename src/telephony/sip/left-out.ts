// Takes the place of those parts of JsSIP that this phone never makes by it, which it names all the same: NOTIFY
// dialogs, news of a REFER that was accepted, OPTIONS and MESSAGE of its own, subscriptions (made in subscriptions.ts), and
// INFO (sent and answered in info-tone.ts).
// Whoever makes one of them hears that it is no constructor.
export {};
