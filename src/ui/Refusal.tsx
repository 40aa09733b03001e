import { words } from "./messages.ts";

/** Shown instead of the softphone where a stranger's page embeds it. */
export function Refusal() {
  return (
    <main>
      <section class="softphone" aria-label={words.softphone}>
        <div role="status" class="refusal">
          <h1>{words.refusedTitle}</h1>
          <p>{words.refusedText}</p>
        </div>
      </section>
    </main>
  );
}
