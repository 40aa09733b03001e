import { logFor } from "../../base/log.ts";
import { type StandInScope, versionOf } from "./scope.ts";

/** The page that a stand-in was loaded into by a `<script>`. */
export function pageScope(newest: number): StandInScope {
  const script = document.currentScript;
  const src = script instanceof HTMLScriptElement ? script.src : undefined;
  const log = logFor("workbench/stand-in");
  return {
    self: window,
    parent: window.parent,
    top: window.top ?? window,
    address: location,
    version: versionOf(src, location.search, newest),
    post: (target, message, origin) => target.postMessage(message, origin),
    complain: (text) => log.warn(text),
  };
}

/** Puts a stand-in where Salesforce's script would put itself, beside what is there. */
export function exposeAs(name: "interaction" | "console", stand: object): void {
  // `sforce` is Salesforce's own global, shared by its scripts.
  const page = window as { sforce?: Record<string, unknown> };
  page.sforce = { ...page.sforce, [name]: stand };
}
