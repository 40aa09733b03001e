/** What JsSIP takes for the microphone's track: it mutes it, and leaves it alone otherwise. */
export const facadeTrack = (setEnabled: (enabled: boolean) => void) => ({
  kind: "audio",
  stop: () => undefined,
  get enabled() {
    return true;
  },
  set enabled(enabled: boolean) {
    setEnabled(enabled);
  },
});
