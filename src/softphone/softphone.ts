import { signal, type ReadonlySignal } from "@preact/signals";
import { AttentionModel, type AttentionOptions } from "./attention-model.ts";
import { makeClock } from "./clock.ts";
import type { fetchCredentials } from "./credentials.ts";
import { CrmModel, type CrmOptions } from "./crm-model.ts";
import type { Day } from "./day/day.ts";
import type { DesktopNotices } from "./day/desktop-model.ts";
import { DialerModel } from "./dialer-model.ts";
import { KeeperModel } from "./keeper-model.ts";
import type { KeepingTimes } from "./keeping.ts";
import type { LineLink } from "./line-link.ts";
import { LineModel } from "./line-model.ts";
import { NoticeModel, type NoticeOptions } from "./notice-model.ts";
import { SignInModel, type SignInOptions } from "./sign-in-model.ts";

/** The application in one view: what the UI reads and calls. */
export interface Softphone extends Disposable {
  readonly link: LineLink;
  readonly line: LineModel;
  readonly crm: CrmModel;
  readonly signIn: SignInModel;
  readonly dialer: DialerModel;
  readonly keeper: KeeperModel;
  readonly notice: NoticeModel;
  readonly attention: AttentionModel;
  readonly now: ReadonlySignal<number>;
  /** `undefined` until {@link Softphone.beginDay} has loaded it. */
  readonly day: ReadonlySignal<Day | undefined>;
  /** To be called once, when the view is up: what it loads is not what an agent waits for. */
  beginDay(): Promise<void>;
}

/** What a view's entry picks for the application. */
export interface SoftphoneParts extends CrmOptions {
  readonly link: LineLink;
  readonly ringer: AttentionOptions["ringer"];
  readonly buttonText: AttentionOptions["buttonText"];
  readonly fetchCredentials: typeof fetchCredentials;
  readonly memory: SignInOptions["memory"];
  /** Keeps what the agent chose for this browser. */
  readonly choices: NoticeOptions["choices"];
  readonly desktop: () => Promise<DesktopNotices | undefined>;
  readonly ownAddress: string;
  /** The line's state is on the screen: what nobody waits for is loaded from then on. @defaultValue at once */
  readonly shown?: Promise<void>;
  /** @defaultValue none: this view alone does what one view is to do */
  readonly locks?: Pick<LockManager, "request"> | undefined;
  /** @defaultValue the usual ones */
  readonly logTimes?: Partial<KeepingTimes>;
}

/** Puts the models together. Disposing the result stops all of them. */
export function makeSoftphone({ shown = Promise.resolve(), ...parts }: SoftphoneParts): Softphone {
  const { link } = parts;
  const line = new LineModel(link);
  const crm = new CrmModel(parts);
  const signIn = new SignInModel({ ...parts, line, crm });
  const dialer = new DialerModel({ ...parts, line, crm, signIn, shown });
  const keeper = new KeeperModel({ link, crm, shown, times: parts.logTimes });
  const notice = new NoticeModel({ ...parts, crm });
  const attention = new AttentionModel({ ...parts, crm, notice });
  const upkeep = shown
    .then(() => import("./upkeep.ts"))
    .then((late) => late.keepUp({ ...parts, crm }));
  const day = signal<Day | undefined>(undefined);
  let isGone = false;
  return {
    ...{ link, line, crm, signIn, dialer, keeper, notice, attention, now: makeClock(), day },
    async beginDay() {
      const { makeDay } = await import("./day/day.ts");
      if (!isGone) day.value = makeDay({ ...parts, line, crm, notice, dialer, keeper });
    },
    [Symbol.dispose]() {
      isGone = true;
      day.peek()?.[Symbol.dispose]();
      void upkeep.then((stop) => stop());
      for (const model of [attention, notice, keeper, dialer, signIn, crm, line])
        model[Symbol.dispose]();
    },
  };
}
