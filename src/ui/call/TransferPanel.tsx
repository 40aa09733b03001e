import { useModel } from "@preact/signals";
import type { CallModel } from "../../softphone/call-model.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import { TransferModel } from "../../softphone/transfer-model.ts";
import { callWords, namedWords, shortName } from "./call-words.ts";
import { TransferTarget } from "./TransferTarget.tsx";

type TransferPanelProps = {
  app: Pick<Softphone, "crm" | "link">;
  model: Pick<CallModel, "call" | "connectWith" | "park" | "partners">;
  done: () => void;
};

/** Where the other side is to be sent: a number, or somebody the agent talks with already. Enter asks there first. */
export function TransferPanel({ app, model, done }: TransferPanelProps) {
  const transfer = useModel(() => new TransferModel(app, model.call.peek()));
  const lot = app.crm.settings.value?.features.park;
  const go = (way: "ask" | "send") => () => {
    void transfer.go(way).then(() => {
      if (!transfer.badNumber.peek() && transfer.choices.peek().length === 0) done();
    });
  };
  return (
    <form
      class="transfer"
      aria-label={callWords.transferTo}
      onSubmit={(event) => {
        event.preventDefault();
        go("ask")();
      }}
    >
      <TransferTarget transfer={transfer} label={callWords.transferTo} done={done} />
      <div class="actions">
        <button type="submit">{callWords.askFirst}</button>
        <button type="button" onClick={go("send")}>
          {callWords.sendNow}
        </button>
        {lot && (
          <button
            type="button"
            onClick={() => {
              model.park(lot);
              done();
            }}
          >
            {callWords.park}
          </button>
        )}
        {model.partners.value.map((partner) => (
          <button key={partner.id} type="button" onClick={() => model.connectWith(partner)}>
            {namedWords.connect(shortName(partner))}
          </button>
        ))}
      </div>
    </form>
  );
}
