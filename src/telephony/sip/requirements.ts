import type { Session } from "./session.ts";

/** What we can do when a caller requires it (RFC 3261, 8.2.2.3). */
const known = new Set(["100rel", "gruu", "outbound", "path", "replaces", "timer"]);

/** An INVITE that comes in, with members that JsSIP's own types leave out. */
export interface DemandingInvite {
  readonly body: string;
  readonly cseq: number;
  getHeaders(name: string): readonly string[];
  reply(status: number, phrase?: string | null, headers?: readonly string[]): void;
}

export const asDemanding = (request: object): DemandingInvite => request as DemandingInvite;

/** Refuses an INVITE that requires what we cannot do. Says whether it did. */
export function refuseUnsupported(session: Session, invite: DemandingInvite): boolean {
  const unsupported = requiredBy(invite).filter((option) =>
    // Without an offer of theirs the 180 would have to bring ours, before anybody has allowed the microphone.
    option === "100rel" ? !invite.body : !known.has(option),
  );
  if (unsupported.length === 0) return false;
  const extraHeaders = [`Unsupported: ${unsupported.join(", ")}`];
  session.terminate({ status_code: 420, extraHeaders });
  return true;
}

/** Sees to it that an incoming call rings as its INVITE requires. To be called before JsSIP lets it ring. */
export function ringAsRequired(session: Session, invite: DemandingInvite): void {
  if (!requiredBy(invite).includes("100rel")) return;
  const reply = invite.reply.bind(invite);
  // Few callers require it: the part that can do it is loaded for them. JsSIP's own word waits for it.
  const loading = import("./reliable-ringing.ts").then(
    ({ ReliableRinging }) => new ReliableRinging(session, { reply, number: invite.cseq }),
  );
  let settled = false;
  invite.reply = (status, ...rest) => {
    settled ||= status >= 200;
    if (settled) {
      void loading.then((ringing) => ringing.stop());
      reply(status, ...rest);
      return;
    }
    loading
      .then((ringing) => settled || ringing.say(status))
      .catch(() => settled || session.terminate({ status_code: 500 }));
  };
}

function requiredBy(invite: DemandingInvite): readonly string[] {
  const options = invite.getHeaders("Require").flatMap((value) => value.split(","));
  return options.map((option) => option.trim().toLowerCase()).filter(Boolean);
}
