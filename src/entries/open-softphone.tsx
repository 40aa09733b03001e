import { render } from "preact";
import type { Stop } from "../base/emitter.ts";
import { pageMemory } from "../base/page-memory.ts";
import type { CrmOptions } from "../softphone/crm-model.ts";
import { noteCalls, wasInCall } from "../line/kept-release.ts";
import { openLine, type LineClient, type OpenLineOptions } from "../line/protocol-client.ts";
import { forgetLine } from "../line/worker-port.ts";
import { keptSpeaker, openKeptMicrophone } from "../media/kept.ts";
import { LateRinger } from "../media/late-ringer.ts";
import { MediaDesk } from "../media/media-desk.ts";
import { Microphone } from "../media/microphone.ts";
import { keptSettings } from "../softphone/kept-settings.ts";
import { linkTo } from "../softphone/line-link.ts";
import { makeSoftphone } from "../softphone/softphone.ts";
import { loadLate } from "../ui/late.tsx";
import { buttonText } from "../ui/messages.ts";
import { Softphone as View } from "../ui/Softphone.tsx";
import type { AudioParts } from "./audio-late.tsx";
import { reachLine } from "./reach-line.ts";

/** Where the softphone opens, and for whom. */
export interface Opening {
  readonly root: HTMLElement;
  readonly allowed: readonly string[];
  readonly inSalesforce: boolean;
  /** Reaches the line where it cannot be reached as usual. */
  readonly reach?: OpenLineOptions["createPort"];
  /** It is the phone's own window. */
  readonly home?: boolean;
}

/**
 * Puts a view together: line and CRM are sought at the same time. The CRM is not waited for to draw, and the line but
 * for a moment: as a rule it answers within, and the true state is the first that is drawn.
 */
export function openSoftphone({ root, allowed, inSalesforce, ...opening }: Opening): Stop {
  const { reach = reachLine, home = false } = opening;
  const line = openLine({ createPort: reach, window, home });
  const carried = carryAudio(line);
  const ringer = armedByTouch(new LateRinger());
  line.on("lost", startAnew);
  const shown = firstShown(line);
  const app = makeSoftphone({
    link: linkTo(line),
    ...(inSalesforce ? salesforce(allowed) : alone()),
    ringer,
    buttonText,
    // On most page loads the line is registered already.
    fetchCredentials: async (path) =>
      (await import("../softphone/credentials.ts")).fetchCredentials(path),
    memory: pageMemory(window),
    locks: navigator.locks,
    choices,
    desktop: () =>
      import("./desktop-notices.ts").then(({ desktopNotices }) => desktopNotices(window)),
    ownAddress: location.href,
    shown,
  });
  const leave = () => app.dialer.leave();
  window.addEventListener("pagehide", leave);
  const [phone, audio, panel] = [newPlace(root), newPlace(root), newPlace(root)];
  const stops: Stop[] = [() => window.removeEventListener("pagehide", leave)];
  let isGone = false;
  const draw = () => !isGone && render(<View app={app} />, phone);
  void firstWord(line, moment).then(draw);
  const addRest = async () => {
    // First of all: a call may be ringing.
    const { addAudio } = await import("./audio-late.tsx");
    if (!isGone) stops.push(addAudio({ ...carried, line, ringer }, { app, root: audio }));
    await shown;
    const { fitInto } = await import("./fit-into.ts");
    if (!isGone) fitInto(app, root);
    await Promise.all([loadLate(), app.beginDay()]);
    if (home) return;
    const { mountLatePanels } = await import("./late-panels.tsx");
    if (!isGone) stops.push(mountLatePanels(app, panel));
  };
  void (wasInCall(window) ? addRest() : shown.then(addRest));
  return () => {
    isGone = true;
    for (const stop of stops) stop();
    render(null, phone);
    app[Symbol.dispose]();
    line.close();
    root.replaceChildren();
  };
}

function startAnew(): void {
  forgetLine(window);
  location.reload();
}

/** Each asks anew: where storage is blocked, even naming it throws. */
const choices = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, value: string) => localStorage.setItem(key, value),
};

function newPlace(root: Element): Element {
  const place = document.createElement("div");
  root.append(place);
  return place;
}

const ownSettings = () => keptSettings("/static/settings.json");

// Settings come last of all: what reads them is not to keep the line's state from being shown.
const decode: CrmOptions["decode"] = async (kept) =>
  (await import("../callcenter/decode-settings.ts")).decodeSettings(kept);

function salesforce(allowedOrigins: readonly string[]): CrmOptions {
  // Salesforce's scripts have to be of one version before the settings can be read: so it is part of our address.
  const asked = Number(new URLSearchParams(location.search).get("apiVersion"));
  const apiVersion = asked >= 20 ? asked : undefined;
  const loading = import("../host/classic/connect-classic.ts");
  return {
    connect: async (onNumbers) =>
      (await loading).connectClassic({ allowedOrigins, apiVersion, onNumbers }),
    decode,
    fallback: ownSettings,
  };
}

function alone(): CrmOptions {
  const loading = import("../host/standalone/standalone-host.ts");
  return {
    async connect() {
      const { StandaloneHost } = await loading;
      return new StandaloneHost(ownSettings);
    },
    decode,
    fallback: ownSettings,
  };
}

function carryAudio(line: LineClient): Pick<AudioParts, "desk" | "microphone"> {
  const microphone = new Microphone({
    open: () => openKeptMicrophone(navigator.mediaDevices),
    page: document,
  });
  const desk = new MediaDesk({
    microphone,
    reply: (reply) => line.send({ type: "mediaReply", reply }),
    report: (report) => line.send({ type: "mediaReport", report }),
  });
  desk.speaker = keptSpeaker();
  line.on("mediaOrdered", ({ command }) => desk.handle(command));
  askEarly(desk, line);
  return { desk, microphone };
}

/** Milliseconds after which a line that says nothing is not waited for: to draw, and to load the rest. */
const [moment, patience] = [150, 1_000];

function firstWord(line: LineClient, longest: number): Promise<void> {
  return new Promise<void>((resolve) => {
    line.on("snapshotChanged", () => resolve());
    setTimeout(resolve, longest);
  });
}

/** The line's state is on the screen, and the browser has time for what is needed later. */
async function firstShown(line: LineClient): Promise<void> {
  await firstWord(line, patience);
  await new Promise<void>((resolve) => {
    // Not every browser has it.
    if ("requestIdleCallback" in window)
      requestIdleCallback(() => resolve(), { timeout: patience });
    else setTimeout(resolve);
  });
}

/** The microphone is asked for before the line can say that there is a call. */
function askEarly(desk: MediaDesk, line: LineClient): void {
  if (wasInCall(window)) desk.acquireMicrophone().catch(() => undefined);
  line.on("snapshotChanged", ({ snapshot: { calls } }) => {
    noteCalls(window, calls, line.view);
    // Whatever other calls there are: they are over, or another view carries them.
    if (!calls.some(({ mediaView }) => mediaView === line.view)) desk.releaseMicrophone();
  });
}

/** Whatever the agent first does here is leave enough for the browser to let the phone ring. */
function armedByTouch(ringer: LateRinger): LateRinger {
  // Not when the button goes down: the notice that vanishes then would move what is being clicked.
  for (const name of ["click", "keydown"]) {
    document.addEventListener(name, () => ringer.arm(), { once: true });
  }
  return ringer;
}
