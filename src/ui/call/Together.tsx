import type { CallModel } from "../../softphone/call-model.ts";
import { callWords, namedWords, shortName } from "./call-words.ts";

type TogetherProps = {
  model: Pick<CallModel, "call" | "connectWith" | "mergeWith" | "partners" | "returnTo" | "split">;
};

/** What can be done with two calls that are up: made one, taken apart, left to themselves. */
export function Together({ model }: TogetherProps) {
  const call = model.call.value;
  const [partner] = model.partners.value;
  if (!partner) return null;
  const isConsult = partner.id === call.consultsFor;
  const name = shortName(partner);
  return (
    <>
      {call.inConference ? (
        <button type="button" onClick={() => model.split()}>
          {namedWords.alone(shortName(call))}
        </button>
      ) : (
        <Merge model={model} />
      )}
      {(isConsult || call.inConference) && (
        <button type="button" onClick={() => model.connectWith(partner)}>
          {namedWords.connect(name)}
        </button>
      )}
      {isConsult && (
        <button type="button" onClick={() => model.returnTo(partner)}>
          {namedWords.back(name)}
        </button>
      )}
    </>
  );
}

/** With whom has to be said where there are several. */
function Merge({ model }: TogetherProps) {
  const partners = model.partners.value;
  return partners.map((partner) => (
    <button key={partner.id} type="button" onClick={() => model.mergeWith(partner)}>
      {partners.length === 1 ? callWords.merge : namedWords.merge(shortName(partner))}
    </button>
  ));
}
