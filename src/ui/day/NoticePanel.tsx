import { useSignal } from "@preact/signals";
import { keyLetters, type KeyCommand } from "../../softphone/day/keys.ts";
import { noticeKinds } from "../../softphone/notice-model.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import { desktopStates, keyTexts, notices, noticeWords as words } from "./words.ts";

type NoticePanelProps = { app: Pick<Softphone, "crm" | "day" | "line" | "notice"> };

/** How the agent is told of a call, and which keys there are. Closed until asked for. */
export function NoticePanel({ app }: NoticePanelProps) {
  const open = useSignal(false);
  if (!app.line.registered.value || !app.day.value) return null;
  return (
    <details
      class="notice-panel"
      onToggle={({ currentTarget }) => (open.value = currentTarget.open)}
    >
      <summary>{words.heading}</summary>
      {open.value && <Choices app={app} />}
    </details>
  );
}

function Choices({ app }: NoticePanelProps) {
  return (
    <>
      {noticeKinds
        .filter((kind) => app.notice.mayChoose(kind))
        .map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={app.notice.isOn(kind)}
              onChange={({ currentTarget }) => app.notice.set(kind, currentTarget.checked)}
            />{" "}
            {notices[kind]}
          </label>
        ))}
      <Desktop app={app} />
      {app.crm.settings.value?.notice.keys && <Keys app={app} />}
    </>
  );
}

function Desktop({ app }: NoticePanelProps) {
  const desktop = app.day.value?.desktop;
  if (!desktop || !app.notice.isOn("desktop")) return null;
  const state = desktop.state.value;
  if (desktopStates[state]) return <p>{desktopStates[state]}</p>;
  if (state === "granted") return null;
  return (
    <button type="button" onClick={() => desktop.ask()}>
      {words.ask}
    </button>
  );
}

function hasShortcuts({ crm }: NoticePanelProps["app"]): boolean | undefined {
  return crm.host.value?.surface === "console" && crm.settings.value?.notice.shortcuts;
}

function Keys({ app }: NoticePanelProps) {
  const commands = Object.keys(keyLetters) as KeyCommand[]; // by the type of the object
  return (
    <>
      <h2>{words.keysHeading}</h2>
      <dl>
        {commands.map((command) => (
          <div key={command}>
            <dt>
              <kbd>Alt Shift {keyLetters[command]}</kbd>
            </dt>
            <dd>{keyTexts[command]}</dd>
          </div>
        ))}
      </dl>
      {hasShortcuts(app) && <p>{words.console}</p>}
    </>
  );
}
