import type { PresenceDesk } from "./presence-desk.ts";
import { presenceStatuses } from "./presence-desk.ts";
import type { PlayedOmni } from "./state.ts";

const chat = "570j00000008QNQ";

/** Omni-Channel as its panel shows it. */
export function playedOmni(desk: PresenceDesk): PlayedOmni {
  return {
    statuses: presenceStatuses,
    get status() {
      return desk.current?.statusId;
    },
    get works() {
      return desk.works;
    },
    setStatus: (statusId) => void desk.setStatus(statusId),
    assign: () => void desk.assign(chat),
    accept: (workId) => desk.accept(workId),
    close: (workId) => desk.close(workId),
    on(_name, listener) {
      const names = ["statusChanged", "loggedOut", "workAccepted", "workloadChanged"] as const;
      const stops = names.map((name) => desk.events.on(name, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
