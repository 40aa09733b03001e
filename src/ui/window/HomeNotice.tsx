import { windowWords as words } from "./words.ts";

type HomeNoticeProps = {
  state: "connecting" | "microphone" | "isHome" | "isLine" | "newRelease" | "otherHome";
  /** There is something to try. */
  onTryAgain?: () => void;
};

/** What the phone's own window says of itself. */
export function HomeNotice({ state, onTryAgain }: HomeNoticeProps) {
  return (
    <div class="window-panel" role="status">
      <p class="notice">{words[state]}</p>
      {onTryAgain && (
        <button type="button" onClick={onTryAgain}>
          {words.tryAgain}
        </button>
      )}
    </div>
  );
}
