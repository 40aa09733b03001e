import type { Channel } from "../base/channel.ts";
import { Emitter, type Listenable } from "../base/emitter.ts";
import type { MediaCommand } from "../telephony/media-port.ts";
import type { PhoneErrorCode } from "../telephony/phone.ts";
import type { KeptNumbers } from "./protocol-kept.ts";
import type { LineSnapshot, ToLine, ToView } from "./protocol.ts";

export interface LineClientEvents {
  snapshotChanged: { readonly snapshot: LineSnapshot };
  /** Of recent calls and favourites, once this view has asked. */
  keptChanged: { readonly kept: KeptNumbers };
  /** The line could not do as this view commanded. */
  refused: { readonly command: ToLine["type"]; readonly code: PhoneErrorCode };
  /** The line died, with all that it knew but for the journal: a new start is needed. */
  lost: Record<string, never>;
  /** An order for this document's peer connections. */
  mediaOrdered: { readonly command: MediaCommand };
}

/** A view's end of the line. */
export interface LineClient extends Listenable<LineClientEvents> {
  /** This view's id, as it appears in {@link LineSnapshot}. */
  readonly view: string;
  /** What the line said last; `undefined` until it answered the first time. */
  readonly snapshot: LineSnapshot | undefined;
  send(command: ViewCommand): void;
  /** Leaves the line, which goes on without this view. */
  close(): void;
}

/** What a view may say once it is attached; {@link openLine} itself says the rest. */
export type ViewCommand = Exclude<
  ToLine,
  { type: "attach" | "held" | "focus" | "detach" | "online" }
>;

export interface OpenLineOptions {
  /** Reaches the line: a shared worker's port, or wherever else the line lives. */
  readonly createPort: () => Channel<ToView, ToLine>;
  /** The window of this view. */
  readonly window: Window;
  /** It is the phone's own window. */
  readonly home?: boolean;
}

/** Attaches a view to the line, and detaches it when its document goes away. */
export function openLine({ createPort, window, home = false }: OpenLineOptions): LineClient {
  const view = window.crypto.randomUUID();
  const events = new Emitter<LineClientEvents>();
  const channel = createPort();
  let snapshot: LineSnapshot | undefined;

  const ignore = new AbortController();
  const whenDead = whenReleased(window, ignore.signal);
  const isActive = () => window.document.visibilityState === "visible";
  let isHeld = false;
  const attach = () => {
    channel.send({ type: "attach", view, active: isActive(), ...(home && { home }) });
    if (isHeld) channel.send({ type: "held" });
  };
  channel.listen((message) => {
    if (message.type === "snapshot") snapshot = message.snapshot;
    if (message.type !== "alive") pass(events, message);
    else if (!home) void whenDead(message.lock).then(() => events.emit("lost", {}));
  });
  attach();
  // The line cannot see a lock of the phone's own window, which is of another partition: its port tells instead.
  const release = home
    ? () => undefined
    : holdLock(window, `switchhook-view-${view}`, () => {
        isHeld = true;
        channel.send({ type: "held" });
      });
  const listen = (target: EventTarget, name: string, listener: (event: Event) => void) =>
    target.addEventListener(name, listener, { signal: ignore.signal });
  listen(window, "pagehide", () => channel.send({ type: "detach" }));
  listen(window, "pageshow", (event) => {
    // Back from the browser's cache of pages: the line took us for gone.
    if ((event as PageTransitionEvent).persisted) attach();
  });
  const focus = () => channel.send({ type: "focus", active: isActive() });
  listen(window.document, "visibilitychange", focus);
  listen(window, "focus", focus);
  listen(window, "online", () => channel.send({ type: "online" }));

  return {
    view,
    get snapshot() {
      return snapshot;
    },
    on: (name, listener) => events.on(name, listener),
    send: (command) => channel.send(command),
    close() {
      ignore.abort();
      channel.send({ type: "detach" });
      release();
      channel.close();
    },
  };
}

function pass(
  events: Emitter<LineClientEvents>,
  message: Exclude<ToView, { type: "alive" }>,
): void {
  switch (message.type) {
    case "snapshot":
      events.emit("snapshotChanged", { snapshot: message.snapshot });
      break;
    case "kept":
      events.emit("keptChanged", { kept: message.kept });
      break;
    case "refused":
      events.emit("refused", { command: message.command, code: message.code });
      break;
    case "media":
      events.emit("mediaOrdered", { command: message.command });
      break;
  }
}

/** Waits for the end of whoever holds a lock; for ever where there are no locks, or once we are gone ourselves. */
function whenReleased(window: Window, signal: AbortSignal) {
  return (lock: string) =>
    new Promise<void>((resolve) => {
      const locks = window.navigator.locks as LockManager | undefined;
      locks?.request(lock, { signal }, () => resolve()).catch(() => undefined);
    });
}

/** Holds a Web Lock for as long as the document lives: its release is how the line learns of a crash. */
function holdLock(window: Window, name: string, onHeld: () => void): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  // Missing in old browsers, refused where storage is blocked: then only `pagehide` tells.
  const locks = window.navigator.locks as LockManager | undefined;
  locks
    ?.request(name, () => {
      onHeld();
      return held;
    })
    .catch(() => undefined);
  return () => release();
}
