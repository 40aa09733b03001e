// Installs the programs that the interop tests meet, before they are run: Debian, as root. Says why where it cannot.
import { install } from "./support/packages.ts";

try {
  install();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
