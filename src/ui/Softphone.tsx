import type { Softphone as Application } from "../softphone/softphone.ts";
import { Dialer } from "./dial/Dialer.tsx";
import { Identity } from "./Identity.tsx";
import { late } from "./late.tsx";
import { words } from "./messages.ts";
import { StatusBar } from "./StatusBar.tsx";

const inCall = () => import("./call/in-call.ts");
const CallList = late(async () => (await inCall()).CallList);
const Pending = late(async () => (await inCall()).Pending);

const nowAndThen = () => import("./now-and-then.ts");
const Notices = late(async () => (await nowAndThen()).Notices, { canWait: true });
const SignInForm = late(async () => (await nowAndThen()).SignInForm);
const SoundNotice = late(async () => (await nowAndThen()).SoundNotice, { canWait: true });

const inDay = () => import("./day/in-day.ts");
const PresenceBar = late(async () => (await inDay()).PresenceBar, { canWait: true });

const Surroundings = late(
  async () => (await import("./surroundings/Surroundings.tsx")).Surroundings,
  { canWait: true },
);
const NoticePanel = late(async () => (await inDay()).NoticePanel, { canWait: true });

/** The whole softphone, made for 200 pixels' width. */
export function Softphone({ app }: { app: Application }) {
  return (
    <main aria-label={words.softphone}>
      <section class="softphone" aria-label={words.softphone}>
        <StatusBar line={app.line} crm={app.crm} now={app.now} />
        <Notices app={app} />
        {app.line.calls.value.length > 0 && <CallList app={app} />}
        {app.keeper.pending.value.length > 0 && <Pending app={app} />}
        {app.signIn.formShown.value ? <SignInForm model={app.signIn} /> : <Dialer app={app} />}
        <PresenceBar app={app} />
        <Surroundings app={app} />
        <NoticePanel app={app} />
        <Identity line={app.line} signIn={app.signIn} />
        <SoundNotice app={app} />
      </section>
    </main>
  );
}
