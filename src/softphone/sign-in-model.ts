import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { SignInForm } from "./account.ts";
import type { Credentials } from "./credentials.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";
import type { LineModel } from "./line-model.ts";

/** Signing in and out. The password passes through on its way to the line and is kept nowhere. */
export interface SignInModel {
  /** Whether the agent is to fill in the form. */
  readonly formShown: ReadonlySignal<boolean>;
  /** What the settings fill in. */
  readonly user: ReadonlySignal<string>;
  /** No settings say where the SIP server is: the form asks. */
  readonly asksServer: ReadonlySignal<boolean>;
  readonly canSignOut: ReadonlySignal<boolean>;
  signIn(form: SignInForm): void;
  signOut(): void;
}

/** What {@link SignInModel} needs. */
export interface SignInOptions {
  readonly link: LineLink;
  readonly line: Pick<LineModel, "registration">;
  readonly crm: Pick<CrmModel, "host" | "settings" | "status">;
  readonly fetchCredentials: (path: string) => Promise<Credentials | undefined>;
  /** Remembers over page loads that the agent signed out by hand. */
  readonly memory: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** Address of the softphone, against which a server such as `/sip` is resolved. */
  readonly ownAddress: string;
}

const signedOut = "switchhook-signed-out";

export const SignInModel = createModel<SignInModel, [options: SignInOptions]>((options) => {
  const { link, line, crm, memory } = options;
  const fetching = signal(false);
  /** The agent is being logged out of the CRM: nobody is to be signed in for them any more. */
  const loggedOut = signal(false);
  /** Fetched once for each time the line was registered: a password that is refused is not fetched for ever. */
  let fetched = false;

  const needed = computed(() => {
    if (link.snapshot.value?.otherRelease) return false;
    const registration = line.registration.value;
    if (registration?.phase === "failed") return registration.problem === "wrongPassword";
    return registration?.phase === "signedOut";
  });

  /** Outside the CRM nobody says that it is the agent who sits there: a password is asked for, not handed out. */
  const handOutPath = computed(() => {
    const status = crm.status.value;
    const alone = status.phase === "ready" && status.surface === "none";
    const isBarred = loggedOut.value || link.snapshot.value?.signedOutBy !== undefined;
    return alone || isBarred ? "" : (crm.settings.value?.sip.credentialsUrl ?? "");
  });

  async function fetchAndSignIn(path: string) {
    fetched = true;
    fetching.value = true;
    try {
      const credentials = await options.fetchCredentials(path);
      // Meanwhile another view may have signed in, or the agent out.
      if (credentials) await signIn(credentials, () => needed.value && handOutPath.value !== "");
    } finally {
      fetching.value = false;
    }
  }

  async function signIn(form: SignInForm, isWanted = () => true) {
    // On most page loads the line is registered already.
    const { signInCommands } = await import("./upkeep.ts");
    if (!isWanted()) return;
    memory.removeItem(signedOut);
    const commands = signInCommands(form, crm.settings.value, options.ownAddress);
    for (const command of commands) link.send(command);
  }

  effect(() => crm.host.value?.on("loggedOut", () => (loggedOut.value = true)));
  effect(() => {
    if (link.snapshot.value?.signedOutBy === "crm") loggedOut.value = true;
  });
  effect(() => {
    if (line.registration.value?.phase === "registered") fetched = false;
    const path = handOutPath.value;
    if (!needed.value || fetched || !path) return;
    if (memory.getItem(signedOut) === null) fetchAndSignIn(path).catch(codeOf);
  });

  return {
    formShown: computed(
      () => needed.value && !fetching.value && crm.status.value.phase !== "connecting",
    ),
    user: computed(() => crm.settings.value?.sip.user ?? ""),
    asksServer: computed(() => !crm.settings.value?.sip.servers.length),
    canSignOut: computed(() => line.registration.value !== undefined && !needed.value),
    signIn: (form) => void signIn(form).catch(codeOf),
    signOut() {
      memory.setItem(signedOut, "yes");
      link.send({ type: "signOut" });
    },
  };
});
