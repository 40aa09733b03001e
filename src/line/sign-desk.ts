import type { Agent } from "./agent.ts";
import type { Dialling } from "./dialling.ts";
import type { LateNumberKeeper } from "./kept/late-number-keeper.ts";
import type { Presence } from "./presence.ts";
import type { LineSnapshot, ToLine } from "./protocol.ts";
import type { Turn } from "./turn.ts";
import type { CarriedWishes } from "./wishes/carried-wishes.ts";

export interface SignDeskOptions {
  readonly agent: Agent;
  readonly dialling: Dialling;
  readonly numbers: LateNumberKeeper;
  readonly presence: Presence;
  readonly turn: Turn | undefined;
  readonly wishes: CarriedWishes;
}

export type SignCommand = Extract<ToLine, { type: "signIn" | "signOut" | "usePhoneHere" }>;

export function isAboutSigning(command: { readonly type: string }): command is SignCommand {
  return ["signIn", "signOut", "usePhoneHere"].includes(command.type);
}

/** Who uses the phone, and in which tab. */
export class SignDesk {
  readonly #options: SignDeskOptions;
  #signedOutBy: LineSnapshot["signedOutBy"];

  constructor(options: SignDeskOptions) {
    this.#options = options;
  }

  get signedOutBy(): LineSnapshot["signedOutBy"] {
    return this.#signedOutBy;
  }

  /** A view comes: a CRM that shows one has logged somebody in. */
  welcome(): void {
    if (this.#signedOutBy === "crm") this.#signedOutBy = undefined;
  }

  obey(command: SignCommand): void {
    const { agent, turn } = this.#options;
    if (command.type === "signIn") {
      this.#signedOutBy = undefined;
      agent.signIn(command.account);
    } else if (command.type === "signOut") this.#signOut(command);
    else turn?.ask();
  }

  #signOut(command: Extract<SignCommand, { type: "signOut" }>): void {
    const { agent, dialling, numbers, presence, wishes } = this.#options;
    this.#signedOutBy = command.loggedOut ? "crm" : "agent";
    wishes.forget();
    dialling.cancel();
    numbers.forgetRecents();
    presence.reset();
    void agent.signOut(command);
  }
}
