import { useEffect, useState } from "preact/hooks";
import type { SoftphonePanel } from "../../console/state.ts";
import { useDesk } from "../desk-context.ts";

/**
 * The softphone's button in the footer: its text and colours are the softphone's, its name stays, so that whoever
 * looks for it by name finds it while a call comes in as well. The text is its description then.
 */
export function SoftphoneButton() {
  const { salesforce } = useDesk();
  const { visible, button } = salesforce.softphone.value;
  const text = useTurns(button);
  return (
    <button
      type="button"
      class="softphone-button"
      aria-label="Softphone"
      title={text}
      aria-expanded={visible}
      aria-controls="softphone"
      style={`${button.style};${button.width ? `width:${button.width}px` : ""}`}
      onClick={() => salesforce.toggleSoftphone()}
    >
      {button.iconUrl ? <img src={button.iconUrl} alt="" width={16} height={16} /> : "☎"}{" "}
      <span class={button.scroll ? "scrolling" : undefined}>{text || "Softphone"}</span>
    </button>
  );
}

/** The button's text, taking turns with the one it blinks with. */
function useTurns({ text, blink }: SoftphonePanel["button"]): string {
  const [turned, setTurned] = useState(false);
  useEffect(() => {
    setTurned(false);
    if (!blink) return;
    const timer = setInterval(() => setTurned((before) => !before), Math.max(blink.interval, 100));
    return () => clearInterval(timer);
  }, [blink?.text, blink?.interval]);
  return turned && blink ? blink.text : text;
}
