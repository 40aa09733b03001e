import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import { logFor } from "../base/log.ts";
import {
  HostError,
  type ClickableNumbers,
  type Host,
  type HostErrorCode,
  type Surface,
} from "../host/host.ts";
import type { Settings } from "../callcenter/schema.ts";
import type { DecodedSettings } from "../callcenter/decode-settings.ts";

const log = logFor("softphone");

/** How far we are with the CRM around us. The telephone does not wait for it. */
export type CrmStatus =
  | { readonly phase: "connecting" }
  | {
      readonly phase: "ready";
      readonly surface: Surface;
      readonly settings: Settings;
      /** The settings could not be read; others take their place. */
      readonly problem?: HostErrorCode;
      /** Items of the call centre that an administrator should look at. */
      readonly wrongItems: readonly string[];
    }
  | {
      readonly phase: "failed";
      readonly problem: HostErrorCode;
      /** In place of the CRM's. */
      readonly settings: Settings | undefined;
    };

/** The CRM as signals. */
export interface CrmModel {
  readonly status: ReadonlySignal<CrmStatus>;
  /** The pages' numbers; there before the CRM has answered anything. */
  readonly numbers: ReadonlySignal<ClickableNumbers | undefined>;
  /** Whom to ask; there as soon as it can be asked, before the settings are read. */
  readonly host: ReadonlySignal<Host | undefined>;
  readonly settings: ReadonlySignal<Settings | undefined>;
  /** Connects once more, after it failed. */
  tryAgain(): void;
}

/** What {@link CrmModel} needs. */
export interface CrmOptions {
  /** Reaches the CRM; says when the pages' numbers are within reach, which is before. */
  readonly connect: (onNumbers: (numbers: ClickableNumbers) => void) => Promise<Host>;
  /** Reads the settings; loaded together with the host, hence the promise. */
  readonly decode: (kept: Readonly<Record<string, string>>) => Promise<DecodedSettings>;
  /** Settings for when the CRM does not tell them. */
  readonly fallback: () => Promise<Readonly<Record<string, string>>>;
}

export const CrmModel = createModel<CrmModel, [options: CrmOptions]>((options) => {
  const status = signal<CrmStatus>({ phase: "connecting" });
  const host = signal<Host | undefined>(undefined);
  const numbers = signal<ClickableNumbers | undefined>(undefined);

  const attempts = signal(1);

  effect(() => {
    let disposed = attempts.value === 0; // reads it, so that each attempt runs this anew
    const set = (next: CrmStatus) => {
      if (!disposed) status.value = next;
    };
    set({ phase: "connecting" });
    // Of whichever attempt: they are the same page's.
    options
      .connect((found) => (numbers.value = found))
      .then(async (connected) => {
        if (!disposed) host.value = connected;
        set(await readSettings(connected, options));
      })
      .catch(async (error: unknown) => {
        const settings = await otherSettings(options).catch(() => undefined);
        set({ phase: "failed", problem: codeOf(error), settings });
      });
    return () => {
      disposed = true;
    };
  });

  return {
    status,
    numbers,
    host,
    settings: computed(() => ("settings" in status.value ? status.value.settings : undefined)),
    tryAgain() {
      attempts.value++;
    },
  };
});

async function readSettings(host: Host, options: CrmOptions): Promise<CrmStatus> {
  const { surface } = host;
  try {
    const { settings, problems } = await options.decode(await host.readSettings());
    // Outside the CRM nothing has to be set: the agent is asked.
    const wrongItems = surface === "none" ? [] : problems.map(({ item }) => item);
    return { phase: "ready", surface, settings, wrongItems };
  } catch (error) {
    const settings = await otherSettings(options);
    return { phase: "ready", surface, settings, problem: codeOf(error), wrongItems: [] };
  }
}

async function otherSettings({ decode, fallback }: CrmOptions): Promise<Settings> {
  return (await decode(await fallback())).settings;
}

/** Reduces whatever a host rejects with to a code that has words; the rest goes to the log. */
export function codeOf(error: unknown): HostErrorCode {
  const code = error instanceof HostError ? error.code : "failed";
  // What a surface cannot do is no trouble: a standard tab has no button to mark.
  // The cause names what was asked.
  const cause = error instanceof HostError ? (error.cause ?? error) : error;
  log[code === "unsupported" ? "debug" : "warn"](`${code}: ${String(cause)}`);
  return code;
}
