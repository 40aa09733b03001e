import { SalesforceError } from "../console/salesforce-error.ts";
import { titled } from "./console/find.ts";
import type { Scene } from "./scene.ts";

/** Opens a page of the org where the agent works: in a primary tab, or in the window itself. */
export function pop(scene: Scene, url: string, { newWindow = false } = {}): void {
  const { options, tabs, navigateTo } = scene;
  if (!/^\/(?![/\\])/.test(url)) throw new SalesforceError("badUrl", `Not relative: ${url}`);
  if (options.mode === "console") {
    void titled(scene, tabs.openPrimary({ url, activate: true }), undefined);
  } else if (newWindow && options.openWindow !== undefined) {
    options.openWindow(url);
  } else navigateTo.value = url;
}
