import { connect } from "../../toolkits/connect.ts";
import {
  BrowserTitle,
  ComponentButton,
  ComponentWindow,
  ConsoleEvent,
  ConsoleLink,
  Events,
} from "../../toolkits/console/index.ts";
import { Cti, Interaction } from "../../toolkits/opencti/index.ts";
import type { ClickableNumbers, Host } from "../host.ts";
import { ClassicHost } from "./classic-host.ts";
import { ClassicNumbers } from "./classic-numbers.ts";
import { inOurTerms } from "./host-errors.ts";
import type { ConsolePages } from "./pages.ts";
import type { ConsoleParts } from "./toolkits.ts";

/** How to reach Salesforce. */
export interface ClassicOptions {
  /** Pages that may embed us, and from which scripts may come. */
  readonly allowedOrigins: readonly string[];
  /** Of both toolkits; the toolkits' own default when left out. */
  readonly apiVersion: number | undefined;
  /** Called with the pages' numbers as soon as they can be made clickable: Salesforce has not answered yet. */
  readonly onNumbers: (numbers: ClickableNumbers) => void;
}

/** How long Salesforce may take for its scripts, and again for its first answer, in milliseconds. */
const timeout = 5000;

/** How long the answer to a save is listened for: by then a page load has long made an end of the waiting. */
const patience = 60_000;

/**
 * Salesforce Classic around us, once it has answered where we are. Open CTI's answer counts; the address, which the
 * Console toolkit reads, also has `isdtp=` where there is no console.
 *
 * Rejects with `HostError`: `noAddress`, `noScript`, `silent` or `failed`.
 */
export async function connectClassic({
  allowedOrigins,
  apiVersion,
  onNumbers,
}: ClassicOptions): Promise<Host> {
  const connection = await inOurTerms(
    connect({
      toolkits: ["interaction", "console"],
      allowedOrigins,
      timeout,
      ...(apiVersion !== undefined && { apiVersion }),
      onLoaded({ interaction }) {
        if (interaction) onNumbers(new ClassicNumbers(new Cti(interaction.cti)));
      },
    }),
  );
  const { interaction, inConsole } = connection;
  const options = { apiVersion: connection.apiVersion };
  // Origin and nonce were there when we connected, without which every call to this toolkit throws.
  const link = inConsole ? new ConsoleLink(() => undefined) : undefined;
  return new ClassicHost({
    interaction: new Interaction(interaction, options),
    cti: new Cti(interaction.cti, options),
    logs: new Interaction(interaction, { ...options, timeout: patience }),
    pages: { console: link && consolePages(link), window, allowedOrigins },
    ...(link && { console: consoleParts(link) }),
  });
}

function consoleParts(link: ConsoleLink): ConsoleParts {
  const events = new Events(link);
  return {
    link,
    button: new ComponentButton(link),
    window: new ComponentWindow(link),
    title: new BrowserTitle(link),
    onLogout: (listener) => void events.addEventListener(ConsoleEvent.CONSOLE_LOGOUT, listener),
  };
}

function consolePages(link: ConsoleLink): ConsolePages {
  const events = new Events(link);
  return {
    hear: (name, listener) =>
      void events.addEventListener(name, ({ message }) => listener(message)),
    fire: (name, message) => events.fireEvent(name, message),
  };
}
