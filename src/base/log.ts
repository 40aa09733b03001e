export type LogLevel = "debug" | "info" | "warn" | "error";

/**
 * Writes for the room named `room` (`line`, `toolkits/opencti`) to the browser's console.
 * `text` never holds a secret or a message's payload: the writer sees to that.
 */
export function logFor(room: string): Record<LogLevel, (text: string) => void> {
  const write = (level: LogLevel) => (text: string) => {
    console[level](`[switchhook] ${room}: ${text}`);
  };
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
