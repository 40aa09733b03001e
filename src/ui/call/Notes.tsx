import type { CallModel } from "../../softphone/call-model.ts";
import { callWords } from "./call-words.ts";

type NotesProps = { model: Pick<CallModel, "leaveNotes" | "notes" | "notesLocked" | "writeNotes"> };

/** What the agent writes about the call, kept by the line as it is typed. */
export function Notes({ model }: NotesProps) {
  return (
    <label class="notes">
      {callWords.notes}
      <textarea
        rows={3}
        readOnly={model.notesLocked.value}
        value={model.notes.value}
        onInput={({ currentTarget }) => model.writeNotes(currentTarget.value)}
        onBlur={() => model.leaveNotes()}
      />
    </label>
  );
}
