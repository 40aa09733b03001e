import type { Stop } from "../../base/emitter.ts";
import { HostError, type CrmRecord, type Host, type DirectoryPage, type Person } from "../host.ts";
import type { CallLayout, Found } from "../call-layout.ts";

const nothing = "There is no CRM around the softphone";

/** No CRM: the softphone was opened on its own, and works as a plain telephone. */
export class StandaloneHost implements Host {
  readonly surface = "none";
  readonly readSettings: Host["readSettings"];

  /** `readSettings` brings what a call centre would say, from wherever the softphone's own host keeps it. */
  constructor(readSettings: Host["readSettings"]) {
    this.readSettings = readSettings;
  }

  /** Nothing ever happens here. */
  on(): Stop {
    return () => undefined;
  }

  async callLayout(): Promise<CallLayout> {
    return unsupported();
  }

  find(): Promise<Found> {
    return Promise.resolve({ records: [] });
  }

  findAndPop(): Promise<Found> {
    return Promise.resolve({ records: [] });
  }

  async openPage(): Promise<void> {
    return unsupported();
  }

  isShown(): Promise<boolean> {
    return Promise.resolve(false);
  }

  isEditing(): Promise<boolean> {
    return Promise.resolve(false);
  }

  findPeople(): Promise<readonly Person[]> {
    return Promise.resolve([]);
  }

  directory(): Promise<DirectoryPage> {
    return Promise.resolve({ entries: [], more: false });
  }

  focusedRecord(): Promise<CrmRecord | undefined> {
    return Promise.resolve(undefined);
  }

  async saveCall(): Promise<string | undefined> {
    return unsupported();
  }

  async saveFollowUp(): Promise<string | undefined> {
    return unsupported();
  }

  async mayCall(): Promise<boolean> {
    return unsupported();
  }

  async setVisible(): Promise<void> {
    return unsupported();
  }

  isVisible(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async setHeight(): Promise<void> {
    return unsupported();
  }

  async setAttention(): Promise<void> {
    return unsupported();
  }

  async lockPlace(): Promise<void> {
    return unsupported();
  }

  async listenForKeys(): Promise<void> {
    return unsupported();
  }

  workDesk(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  tellPages(): void {
    // There are none.
  }

  announceReady(): void {
    // Nobody waits for it.
  }
}

function unsupported(): Promise<never> {
  return Promise.reject(new HostError("unsupported", nothing));
}
