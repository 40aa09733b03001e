import type { SignInForm as Form } from "../../softphone/account.ts";
import type { SignInModel } from "../../softphone/sign-in-model.ts";
import { words } from "../messages.ts";

type SignInFormProps = { model: Pick<SignInModel, "asksServer" | "signIn" | "user"> };

/** Asks who the agent is. What is typed leaves the form only towards the line. */
export function SignInForm({ model }: SignInFormProps) {
  return (
    <form
      class="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        model.signIn(read(new FormData(event.currentTarget)));
        event.currentTarget.reset();
      }}
    >
      {model.asksServer.value && (
        <>
          <label>
            {words.server}
            <input name="server" type="url" required placeholder="wss://" pattern="wss?://.+" />
          </label>
          <label>
            {words.domain}
            <input name="domain" required />
          </label>
        </>
      )}
      <label>
        {words.user}
        <input name="user" required autocomplete="username" defaultValue={model.user.value} />
      </label>
      <label>
        {words.password}
        <input name="password" type="password" required autocomplete="current-password" />
      </label>
      <button type="submit" class="good">
        {words.signIn}
      </button>
    </form>
  );
}

function read(data: FormData): Form {
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
  const [server, domain] = [text("server").trim(), text("domain").trim()];
  return {
    user: text("user").trim(),
    password: text("password"),
    ...(server && { server }),
    ...(domain && { domain }),
  };
}
