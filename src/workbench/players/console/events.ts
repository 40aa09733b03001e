import { doing, type Players, success } from "../player.ts";
import type { Scene } from "../scene.ts";

/** Plays events that components send each other, push notifications, and the session. */
export function eventPlayers(scene: Scene): Players {
  return {
    fireEvent: doing((args) => {
      const [eventType, message] = [args.text("eventType"), args.text("message")];
      announceNamed(scene, eventType, { message });
    }),
    removePushNotificationListener: (_args, frame) => ({
      success: scene.subscriptions.remove(frame, "addPushNotificationListener"),
    }),
    // Never sent by the script of 57.0; here for a later one that does.
    removeEventListener: () => success,
    resetSessionTimeOut: () => success,
  };
}

/** Tells of an event that components name by text, custom or standard. */
export function announceNamed(
  scene: Scene,
  eventType: string,
  payload: Readonly<Record<string, string>>,
): void {
  scene.announce(
    { api: "integration", method: "addEventListener", payload: { eventType, ...payload } },
    (args) => args.text("eventType") === eventType,
  );
}
