import type { Softphone as Application } from "../softphone/softphone.ts";
import { CallList } from "./call/CallList.tsx";
import { Pending } from "./call/Pending.tsx";
import { Dialer } from "./dial/Dialer.tsx";
import { Identity } from "./Identity.tsx";
import { words } from "./messages.ts";
import { Notices } from "./Notices.tsx";
import { SignInForm } from "./sign-in/SignInForm.tsx";
import { StatusBar } from "./StatusBar.tsx";

/** The whole softphone, made for 200 pixels' width. */
export function Softphone({ app }: { app: Application }) {
  return (
    <main aria-label={words.softphone}>
      <section class="softphone" aria-label={words.softphone}>
        <StatusBar line={app.line} crm={app.crm} />
        <Notices app={app} />
        <CallList app={app} />
        <Pending app={app} />
        {app.signIn.formShown.value ? (
          <SignInForm model={app.signIn} />
        ) : (
          <Dialer dialer={app.dialer} />
        )}
        <Identity line={app.line} signIn={app.signIn} />
      </section>
    </main>
  );
}
