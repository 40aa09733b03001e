import { effect, signal } from "@preact/signals";
import { render } from "preact";
import { DeskContext, type Desk, type DeskParts } from "./desk-context.ts";
import { placeSoftphone } from "./softphone-place.ts";
import { ServiceConsole } from "./console/ServiceConsole.tsx";
import { StandardPage } from "./tabs/StandardPage.tsx";
import { turnTitle } from "./title-turns.ts";
import { reasonOf } from "./use-loaded.ts";

/** Where the desk goes in a document. */
export interface DeskPlaces {
  readonly root: HTMLElement;
  /** Holds the softphone's frame; absent: nothing that Salesforce is asked for moves or hides it. */
  readonly softphone?: HTMLElement;
}

/** Shows Salesforce Classic as it is played: the console, or the standard tab at `url`. Returns what takes it away. */
export function mountDesk(parts: DeskParts, places: DeskPlaces, url: string): () => void {
  const desk = { ...parts, ...refusing() };
  const page = desk.salesforce.mode === "console" ? <ServiceConsole /> : <StandardPage url={url} />;
  render(<DeskContext.Provider value={desk}>{page}</DeskContext.Provider>, places.root);
  const stops = [
    ...(places.softphone ? [placeSoftphone(desk.salesforce, places.softphone)] : []),
    turnTitle(desk.salesforce),
    effect(() => {
      const next = desk.salesforce.navigateTo.value;
      if (next !== undefined) desk.load(next);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    render(null, places.root);
  };
}

function refusing(): Pick<Desk, "attempt" | "refusal"> {
  const refusal = signal("");
  const attempt = (deed: () => void) => {
    try {
      deed();
    } catch (error) {
      refusal.value = reasonOf(error);
    }
  };
  return { attempt, refusal };
}
