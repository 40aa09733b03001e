import type { PresenceStatus, Work } from "../../console/presence-desk.ts";
import { doing, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";
import { announceNamed } from "./events.ts";

/** Plays Omni-Channel. */
export function presencePlayers(scene: Scene): Players {
  const { presence } = scene;
  return {
    loginPresence: doing((args) => void presence.setStatus(args.text("statusId"))),
    logoutPresence: doing(() => presence.logOut()),
    getPresenceStatusId: () => ({ success: true, ...named(presence.status) }),
    getPresenceStatusChannels: () => ({
      success: true,
      channels: JSON.stringify(presence.status.channels),
    }),
    setPresenceStatus(args) {
      const status = presence.setStatus(args.text("statusId"));
      return { success: true, ...named(status), channels: JSON.stringify(status.channels) };
    },
    getPresenceWorks: () => ({ success: true, works: JSON.stringify(presence.works) }),
    getAgentWorkload: () => ({
      success: true,
      configuredCapacity: String(presence.capacity),
      currentWorkload: String(presence.works.length),
      configuredInterruptibleCapacity: "0",
      currentInterruptibleWorkload: "0",
    }),
    acceptPresenceWork: doing((args) => presence.accept(args.text("workId"))),
    declinePresenceWork: doing((args) => presence.decline(args.text("workId"))),
    closePresenceWork: doing((args) => presence.close(args.text("workId"))),
  };
}

function named({ statusName, statusApiName, statusId }: PresenceStatus) {
  return { statusName, statusApiName, statusId };
}

/** Tells the frames what Omni-Channel does. */
export function announcePresence(scene: Scene): void {
  const { events } = scene.presence;
  const tell = (name: string, payload: Readonly<Record<string, string>> = {}) =>
    announceNamed(scene, `SFORCE_PRESENCE:${name}`, payload);
  const ofWork = ({ workItemId, workId }: Work) => ({ workItemId, workId });
  events.on("loggedIn", ({ statusId }) => tell("LOGIN_SUCCESS", { statusId }));
  events.on("statusChanged", ({ statusId, statusName, statusApiName, channels }) =>
    tell("STATUS_CHANGED", {
      ...{ statusId, statusName, statusApiName },
      channels: JSON.stringify(channels),
    }),
  );
  events.on("loggedOut", () => tell("LOGOUT"));
  events.on("workAssigned", (work) => tell("WORK_ASSIGNED", ofWork(work)));
  events.on("workAccepted", (work) => tell("WORK_ACCEPTED", ofWork(work)));
  events.on("workDeclined", (work) => tell("WORK_DECLINED", ofWork(work)));
  events.on("workClosed", (work) => tell("WORK_CLOSED", ofWork(work)));
  events.on("workloadChanged", ({ before, now }) =>
    tell("WORKLOAD_CHANGED", {
      ConfiguredCapacity: String(scene.presence.capacity),
      PreviousWorkload: String(before),
      NewWorkload: String(now),
    }),
  );
}
