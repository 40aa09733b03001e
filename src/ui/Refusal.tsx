import { words } from "./messages.ts";
import { refusals, type RefusalReason } from "./refusals.ts";

/** Shown instead of the softphone where there can be none. */
export function Refusal({ reason }: { reason: RefusalReason }) {
  const { title, text } = refusals[reason];
  return (
    <main>
      <section class="softphone" aria-label={words.softphone}>
        <div role="status" class="refusal">
          <h1>{title}</h1>
          <p>{text}</p>
        </div>
      </section>
    </main>
  );
}
