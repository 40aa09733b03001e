import type { DialerModel } from "../../softphone/dialer-model.ts";
import { choiceText, questions } from "./find-words.ts";

/** Asks which number is meant, when nobody else can know. */
export function Choices({ dialer }: { dialer: Pick<DialerModel, "question" | "choose"> }) {
  const question = dialer.question.value;
  if (!question) return null;
  const text = questions[question.question];
  return (
    <div class="notice" role="group" aria-label={text}>
      <p role="alert">{text}</p>
      {question.choices.map((choice) => (
        <button
          key={choice.target}
          type="button"
          class="choice"
          onClick={() => dialer.choose(choice)}
        >
          {choiceText(choice)}
        </button>
      ))}
    </div>
  );
}
