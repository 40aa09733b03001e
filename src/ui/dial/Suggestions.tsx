import type { Suggestion } from "../../softphone/finding/suggestion.ts";
import { optionId } from "./combobox.ts";
import { findWords, kinds } from "./find-words.ts";

type SuggestionsProps = {
  suggestions: readonly Suggestion[];
  active: number;
  pick: (suggestion: Suggestion) => void;
};

/** Whom the agent may mean: a list that the field's keys move through, and a mouse clicks. */
export function Suggestions({ suggestions, active, pick }: SuggestionsProps) {
  return (
    <ul
      id="number-suggestions"
      class="suggestions"
      role="listbox"
      aria-label={findWords.suggestions}
    >
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.key}
          id={optionId(index)}
          role="option"
          aria-selected={index === active}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(suggestion)}
        >
          <span class="name">{suggestion.name || suggestion.number}</span>{" "}
          <span class="number">
            {suggestion.number ?? findWords.openRecord}{" "}
            <span class="kind">{suggestion.detail ?? kinds[suggestion.kind]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
