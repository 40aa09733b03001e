import { Emitter } from "../base/emitter.ts";
import type { DesktopNotices, NoticeChoice } from "../softphone/day/desktop-model.ts";
import { desktopWords } from "../ui/day/words.ts";

/**
 * Notifications with buttons, which only a service worker can show and hear of. Browsers give neither permission nor
 * worker to a page inside another site's page: there, this is `undefined`.
 */
export function desktopNotices(window: Window & typeof globalThis): DesktopNotices | undefined {
  const { navigator } = window;
  const isPossible = "Notification" in window && "serviceWorker" in navigator;
  if (window.top !== window || !isPossible) return undefined;
  const { Notification } = window;
  const events = new Emitter<{ chosen: NoticeChoice }>();
  const registered = navigator.serviceWorker.register("/notify.js");
  registered.catch(() => undefined); // whoever shows one hears of it
  navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const choice = decode(data);
    if (!choice) return;
    if (choice.action === "show") window.focus();
    events.emit("chosen", choice);
  });
  return {
    get permission() {
      return Notification.permission;
    },
    on: (name, listener) => events.on(name, listener),
    ask: () => Notification.requestPermission(),
    async show({ id, remote }) {
      await registered;
      const registration = await navigator.serviceWorker.ready;
      await registration.showNotification(desktopWords.title, optionsOf(id, remote));
      return () => close(registration, id);
    },
  };
}

function optionsOf(call: string, { name, number }: { name?: string; number: string }) {
  return {
    body: name ? `${name}\n${number}` : number,
    tag: call,
    data: { call },
    icon: "/static/icon.svg",
    requireInteraction: true,
    // Typed by the DOM library for service workers only.
    actions: [
      { action: "answer", title: desktopWords.answer },
      { action: "decline", title: desktopWords.decline },
    ],
  };
}

async function close(registration: ServiceWorkerRegistration, tag: string): Promise<void> {
  for (const shown of await registration.getNotifications({ tag })) shown.close();
}

function decode(data: unknown): NoticeChoice | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { call, action } = data as Partial<Record<string, unknown>>;
  if (typeof call !== "string") return undefined;
  return action === "answer" || action === "decline" || action === "show"
    ? { call, action }
    : undefined;
}
