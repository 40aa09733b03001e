import type { LineModel } from "../softphone/line-model.ts";
import type { SignInModel } from "../softphone/sign-in-model.ts";
import { words } from "./messages.ts";

type IdentityProps = {
  line: Pick<LineModel, "identity">;
  signIn: Pick<SignInModel, "canSignOut" | "signOut">;
};

/** Who is signed in, and the way out. */
export function Identity({ line, signIn }: IdentityProps) {
  if (!signIn.canSignOut.value) return null;
  return (
    <footer class="identity">
      <span>{line.identity.value}</span>
      <button type="button" class="quiet" onClick={() => signIn.signOut()}>
        {words.signOut}
      </button>
    </footer>
  );
}
