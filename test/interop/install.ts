// Installs the programs that the interop tests meet, before they are run: Debian, as root.
import { install } from "./support/packages.ts";

install();
