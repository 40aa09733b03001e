import { useModel } from "@preact/signals";
import type { Softphone } from "../../softphone/softphone.ts";
import { SurroundingsModel } from "../../softphone/surroundings-model.ts";
import { aroundWords as words, lamps, mailboxText } from "./words.ts";

/** What is around calls: do not disturb, the mailbox, the keys of colleagues. */
export function Surroundings({ app }: { app: Pick<Softphone, "crm" | "line" | "link"> }) {
  const model = useModel(() => new SurroundingsModel(app));
  if (!model.shown.value) return null;
  const mailbox = model.mailbox.value;
  return (
    <div class="around" role="group" aria-label={words.around}>
      <button
        type="button"
        class="quiet"
        aria-pressed={model.doNotDisturb.value}
        onClick={() => model.toggleDoNotDisturb()}
      >
        {words.doNotDisturb}
      </button>
      {mailbox && (
        <button
          type="button"
          class={mailbox.waiting ? "" : "quiet"}
          onClick={() => model.callMailbox()}
        >
          {mailboxText(mailbox)}
        </button>
      )}
      {model.canRetrieve.value && (
        <button type="button" class="quiet" onClick={() => model.retrieve()}>
          {words.retrieve}
        </button>
      )}
      <Colleagues model={model} />
    </div>
  );
}

function Colleagues({ model }: { model: Pick<SurroundingsModel, "call" | "colleagues"> }) {
  const colleagues = model.colleagues.value;
  if (colleagues.length === 0) return null;
  return (
    <ul aria-label={words.colleagues}>
      {colleagues.map((each) => (
        <li key={each.number}>
          <button type="button" class="quiet" onClick={() => model.call(each)}>
            <span class={`lamp ${each.lamp}`} aria-hidden="true" />
            {each.name}: {lamps[each.lamp]}
          </button>
        </li>
      ))}
    </ul>
  );
}
