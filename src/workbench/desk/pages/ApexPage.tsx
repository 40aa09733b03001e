import { useEffect, useMemo, useRef } from "preact/hooks";
import { useDesk } from "../desk-context.ts";

type ApexPageProps = { name: string; query: string };

/** The Visualforce pages that are played, and the file that stands for each. */
const files: Readonly<Record<string, string>> = {
  NumberList: "number-list.html",
  CallThisList: "call-this-list.html",
  InteractionLog: "interaction-log.html",
};

/** Whether a Visualforce page is played, and not only named. */
export function isPlayed(name: string): boolean {
  return Object.hasOwn(files, name);
}

/** A Visualforce page in a tab: a frame of its own, which in a console may speak to Salesforce. */
export function ApexPage({ name, query }: ApexPageProps) {
  const { salesforce, config } = useDesk();
  const frame = useRef<HTMLIFrameElement>(null);
  const nonce = useMemo(() => crypto.randomUUID().replaceAll("-", ""), []);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const { origin } = location;
    const disconnect = salesforce.connectFrame(element, { nonce, origin });
    const address = new URL(`/static/samples/${files[name] ?? ""}${query}`, origin);
    address.searchParams.set("phone", new URL(config.adapterUrl).origin);
    if (salesforce.mode === "console") {
      address.searchParams.set("isdtp", "vw");
      address.searchParams.set("sfdcIFrameOrigin", origin);
      address.searchParams.set("nonce", nonce);
    }
    // Not before it is known who is in the frame.
    element.src = address.href;
    return disconnect;
  }, [salesforce, config, name, query, nonce]);
  return <iframe ref={frame} class="apex-page" name={`apex-${name}`} title={name} />;
}
