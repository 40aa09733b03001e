import axe from "axe-core";
import { assert } from "chai";
import type { DeskParts } from "../../../src/workbench/desk/desk-context.ts";
import { mountDesk } from "../../../src/workbench/desk/mount-desk.tsx";
import { createOrg, type Org } from "../../../src/workbench/records/org.ts";
import { phonebook } from "../../../src/workbench/records/phonebook.ts";
import { deskStyles } from "./desk-styles.js";
import { fakeSalesforce } from "./fake-salesforce.ts";

type FakeSalesforce = ReturnType<typeof fakeSalesforce>;

/** A desk in this document, with a fake player and an org of its own. */
export interface MountedDesk extends FakeSalesforce, Disposable {
  readonly root: HTMLElement;
  readonly box: HTMLElement;
  readonly org: Org;
  readonly loads: readonly string[];
}

export function mountedDesk(
  url: string,
  { mode = "tabs", org = createOrg() }: { mode?: "console" | "tabs"; org?: Org } = {},
): MountedDesk {
  const fake = fakeSalesforce(mode);
  const root = document.body.appendChild(document.createElement("div"));
  const box = document.body.appendChild(document.createElement("div"));
  box.id = "softphone";
  document.documentElement.className = mode === "console" ? "in-console" : "in-tabs";
  document.adoptedStyleSheets = [deskStyles];
  sessionStorage.clear();
  const loads: string[] = [];
  const desk: DeskParts = {
    salesforce: fake.salesforce,
    store: org,
    config: {
      adapterUrl: "https://phone.test/",
      settings: {},
      apiVersion: "57.0",
      phonebook: phonebook(),
      agent: "agent",
    },
    scenarios: [{ name: "silence", title: "Silence", story: "Nobody answers." }],
    load: (address) => void loads.push(address),
  };
  const unmount = mountDesk(desk, { root, softphone: box }, url);
  const dispose = () => {
    unmount();
    root.remove();
    box.remove();
    document.adoptedStyleSheets = [];
  };
  return { ...fake, root, box, org, loads, [Symbol.dispose]: dispose };
}

/** Waits until `look` finds something; a test that waited in vain still takes its desk away. */
export async function eventually<Found>(
  look: () => Found | null | undefined | false,
): Promise<Found> {
  const end = performance.now() + 5_000;
  while (performance.now() < end) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error(`Never came true: ${String(look)}`);
}

/** The first element that can be seen, matches `selector` and reads exactly `text`, once it is there. */
export function shown(root: HTMLElement, selector: string, text?: string): Promise<HTMLElement> {
  const fits = (element: HTMLElement) =>
    element.checkVisibility() && (text === undefined || element.textContent.trim() === text);
  return eventually(() => [...root.querySelectorAll<HTMLElement>(selector)].find(fits));
}

export async function assertAccessible(root: HTMLElement): Promise<void> {
  const { violations } = await axe.run(root);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  assert.strictEqual(found.join("\n"), "");
}
