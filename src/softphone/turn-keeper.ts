import { computed, effect } from "@preact/signals";
import type { Stop } from "../base/emitter.ts";
import type { Credentials } from "./credentials.ts";
import type { CrmModel } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";

export interface TurnKeeperOptions {
  readonly link: LineLink;
  readonly crm: Pick<CrmModel, "settings" | "status">;
  readonly fetchCredentials: (path: string) => Promise<Credentials | undefined>;
}

/** Milliseconds before its end at which a password is renewed, and between two tries that failed. */
const margin = 60_000;

/** Sees to it that the line has a password for the TURN servers that counts: the view that the agent looks at asks for it. */
export function keepTurnPassword({ link, crm, fetchCredentials }: TurnKeeperOptions): Stop {
  const servers = computed(() => {
    const addresses = crm.settings.value?.sip.iceServers ?? [];
    return addresses.some((each) => /^turn/i.test(each)) ? addresses : undefined;
  });
  // Outside the CRM nobody says that it is the agent who sits there.
  const path = computed(() => {
    const status = crm.status.value;
    if (status.phase === "ready" && status.surface === "none") return undefined;
    return crm.settings.value?.sip.credentialsUrl;
  });
  const isOurs = computed(() => {
    const snapshot = link.snapshot.value;
    const isIn = snapshot?.registration.phase === "registered";
    return isIn && (snapshot.front ?? link.view) === link.view;
  });
  const until = computed(() => link.snapshot.value?.iceUntil);
  return effect(() => {
    if (!servers.value || !path.value || !isOurs.value) return;
    const [urls, from] = [servers.value, path.value];
    const renew = async () => {
      const turn = (await fetchCredentials(from))?.turn;
      if (!turn) timer = setTimeout(() => void renew(), margin);
      else link.send({ type: "useIceServers", ...withPassword(urls, turn) });
    };
    const wait = until.value === undefined ? 0 : until.value - Date.now() - margin;
    // Browsers take a longer time for none.
    let timer = setTimeout(() => void renew(), Math.min(Math.max(wait, 0), 2 ** 31 - 1));
    return () => clearTimeout(timer);
  });
}

type Turn = NonNullable<Credentials["turn"]>;

function withPassword(addresses: readonly string[], { username, password, ttl }: Turn) {
  const iceServers = addresses.map((urls) =>
    /^turn/i.test(urls) ? { urls, username, credential: password } : { urls },
  );
  // A day that is asked for again at its end, rather than a time that never ends.
  return { iceServers, until: Date.now() + Math.max(ttl ?? 86_400, 120) * 1_000 };
}
