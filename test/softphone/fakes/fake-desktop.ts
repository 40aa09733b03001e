import { Emitter, type Stop } from "../../../src/base/emitter.ts";
import type { DesktopNotices, NoticeChoice } from "../../../src/softphone/day/desktop-model.ts";

/** A desktop on which a test sees what is shown, and clicks. */
export class FakeDesktop implements DesktopNotices {
  readonly events = new Emitter<{ chosen: NoticeChoice }>();
  readonly shown = new Set<string>();
  /** What was shown and taken away, in this order. */
  readonly deeds: string[] = [];
  /** What both wait for. */
  slow = Promise.resolve();
  permission: DesktopNotices["permission"];

  constructor(permission: DesktopNotices["permission"] = "granted") {
    this.permission = permission;
  }

  on(name: "chosen", listener: (choice: NoticeChoice) => void): Stop {
    return this.events.on(name, listener);
  }

  ask(): Promise<DesktopNotices["permission"]> {
    this.permission = "granted";
    return Promise.resolve(this.permission);
  }

  async show({ id }: { readonly id: string }): Promise<() => Promise<void>> {
    await this.slow;
    this.shown.add(id);
    this.deeds.push(`show ${id}`);
    return async () => {
      await this.slow;
      this.shown.delete(id);
      this.deeds.push(`clear ${id}`);
    };
  }
}
