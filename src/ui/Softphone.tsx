import type { Softphone as Application } from "../softphone/softphone.ts";
import { CallList } from "./call/CallList.tsx";
import { Dialer } from "./dial/Dialer.tsx";
import { Identity } from "./Identity.tsx";
import { late } from "./late.tsx";
import { words } from "./messages.ts";
import { Notices } from "./Notices.tsx";
import { StatusBar } from "./StatusBar.tsx";

const Pending = late(async () => (await import("./call/Pending.tsx")).Pending);

const SignInForm = late(async () => (await import("./sign-in/SignInForm.tsx")).SignInForm);

const SoundNotice = late(async () => (await import("./SoundNotice.tsx")).SoundNotice);

const PresenceBar = late(async () => (await import("./day/PresenceBar.tsx")).PresenceBar);

/** The whole softphone, made for 200 pixels' width. */
export function Softphone({ app }: { app: Application }) {
  return (
    <main aria-label={words.softphone}>
      <section class="softphone" aria-label={words.softphone}>
        <StatusBar line={app.line} crm={app.crm} />
        <Notices app={app} />
        <CallList app={app} />
        {app.keeper.pending.value.length > 0 && <Pending app={app} />}
        {app.signIn.formShown.value ? (
          <SignInForm model={app.signIn} />
        ) : (
          <Dialer dialer={app.dialer} />
        )}
        <PresenceBar app={app} />
        <Identity line={app.line} signIn={app.signIn} />
        <SoundNotice app={app} />
      </section>
    </main>
  );
}
