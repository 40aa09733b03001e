import { decodeSettings } from "../../../src/callcenter/decode-settings.ts";
import type { CrmOptions } from "../../../src/softphone/crm-model.ts";
import type { Credentials } from "../../../src/softphone/credentials.ts";
import type { KeepingTimes } from "../../../src/softphone/keeping.ts";
import type { DesktopNotices } from "../../../src/softphone/day/desktop-model.ts";
import { makeSoftphone, type Softphone } from "../../../src/softphone/softphone.ts";
import { buttonText } from "../../../src/ui/messages.ts";
import { FakeHost } from "./fake-host.ts";
import { FakeLink } from "./fake-link.ts";
import { FakeRinger } from "./fake-ringer.ts";

export const demoSettings = {
  "/sip/servers": "/sip",
  "/sip/domain": "demo.test",
  "/sip/user": "agent",
};

interface Parts {
  readonly link?: FakeLink;
  readonly host?: FakeHost;
  readonly connect?: CrmOptions["connect"];
  readonly decode?: CrmOptions["decode"];
  readonly ringer?: FakeRinger;
  readonly settings?: Record<string, string>;
  readonly credentials?: Credentials | Promise<Credentials>;
  readonly memory?: Map<string, string>;
  readonly fallback?: Record<string, string>;
  readonly desktop?: DesktopNotices;
  readonly logTimes?: Partial<KeepingTimes>;
  readonly shown?: Promise<void>;
}

/** The application with fakes all around. */
export interface TestedSoftphone extends Disposable {
  readonly app: Softphone;
  readonly link: FakeLink;
  readonly host: FakeHost;
  readonly ringer: FakeRinger;
  /** Paths that were asked for credentials. */
  readonly fetched: string[];
}

/** As Salesforce is reached: its numbers first. */
function connectTo(host: FakeHost): CrmOptions["connect"] {
  return (onNumbers) => {
    onNumbers(host.numbers);
    return Promise.resolve(host);
  };
}

export function aSoftphone(parts: Parts = {}): TestedSoftphone {
  const { link = new FakeLink(), host = new FakeHost(), ringer = new FakeRinger() } = parts;
  const memory = parts.memory ?? new Map<string, string>();
  const fetched: string[] = [];
  host.settings = () => Promise.resolve({ ...demoSettings, ...parts.settings });
  const app = makeSoftphone({
    link,
    ringer,
    buttonText,
    connect: parts.connect ?? connectTo(host),
    fallback: () => Promise.resolve(parts.fallback ?? {}),
    decode: parts.decode ?? ((kept) => Promise.resolve(decodeSettings(kept))),
    fetchCredentials: (path) => {
      fetched.push(path);
      return Promise.resolve(parts.credentials);
    },
    memory: {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    },
    choices: {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
    },
    desktop: () => Promise.resolve(parts.desktop),
    ...(parts.shown && { shown: parts.shown }),
    ...(parts.logTimes && { logTimes: parts.logTimes }),
    ownAddress: "https://phone.test/?nonce=1",
  });
  void app.beginDay();
  return { app, link, host, ringer, fetched, [Symbol.dispose]: () => app[Symbol.dispose]() };
}
