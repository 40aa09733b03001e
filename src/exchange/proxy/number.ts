/**
 * Makes one number of its many spellings, so that a robot is found however it was dialled.
 *
 * `(415) 555-0142`, `415.555.0142` and `1 415 555 0142` all become `+14155550142`: the demo's people live in
 * North America. Short numbers such as `600` stay as they are, and so does what is no number.
 */
export function normaliseNumber(written: string): string {
  const digits = written.replace(/[\s().\-/\u00a0]/g, "");
  if (!/^\+?\d+$/.test(digits)) return written;
  if (/^[2-9]\d{9}$/.test(digits)) return `+1${digits}`;
  if (/^1[2-9]\d{9}$/.test(digits)) return `+${digits}`;
  return digits.replace(/^(?:011|00)(?=\d{7})/, "+");
}
