// The service worker behind the desktop notifications: passes on what the agent clicked. It serves and keeps nothing.

/** What a service worker's global object has, and TypeScript's DOM library leaves out. */
interface NotifyScope {
  skipWaiting(): Promise<void>;
  readonly clients: {
    matchAll(options: { type: "window"; includeUncontrolled: true }): Promise<readonly Client[]>;
  };
  addEventListener(name: "notificationclick", hear: (event: ClickEvent) => void): void;
  addEventListener(name: "install", hear: () => void): void;
}

interface Client {
  readonly focused: boolean;
  postMessage(message: unknown): void;
  focus(): Promise<unknown>;
}

interface ClickEvent extends Event {
  readonly action: string;
  readonly notification: Notification;
  waitUntil(promise: Promise<unknown>): void;
}

// This file only ever runs in a service worker.
const scope = globalThis as unknown as NotifyScope;

scope.addEventListener("install", () => void scope.skipWaiting());
scope.addEventListener("notificationclick", (event) => {
  const { notification } = event;
  notification.close();
  const { call } = notification.data as { call: string }; // set by the page of this origin that showed it
  event.waitUntil(tell({ call, action: event.action || "show" }));
});

async function tell(choice: { call: string; action: string }): Promise<void> {
  const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) page.postMessage(choice);
  if (choice.action === "show") await pages[0]?.focus();
}
