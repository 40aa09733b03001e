export type LogLevel = "debug" | "info" | "warn" | "error";

/** One remembered line. `detail` never holds a secret or a message's payload: the writer sees to that. */
export interface LogLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly level: LogLevel;
  /** The room that speaks: `line`, `toolkits/opencti`. */
  readonly room: string;
  readonly text: string;
}

const remembered: LogLine[] = [];
const most = 500;

/** Writes for the room named `room` to the browser's console, and keeps the last 500 lines for a report. */
export function logFor(room: string): Record<LogLevel, (text: string) => void> {
  const write = (level: LogLevel) => (text: string) => {
    remembered.push({ at: Date.now(), level, room, text });
    if (remembered.length > most) remembered.shift();
    if (level !== "debug") console[level](`[switchhook] ${room}: ${text}`);
  };
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

/** The last lines written in this document or worker, oldest first. */
export function recentLog(): readonly LogLine[] {
  return remembered;
}
