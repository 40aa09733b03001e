import { useDesk } from "./desk-context.ts";

type PhoneNumberProps = { number: string; recordId: string };

/** A telephone number that dials on a click, once the softphone asked for that; grey text until then. */
export function PhoneNumber({ number, recordId }: PhoneNumberProps) {
  const { salesforce } = useDesk();
  if (!salesforce.softphone.value.clickToDial) {
    return <span class="phone phone-off">{number}</span>;
  }
  const dial = (event: Event) => {
    event.preventDefault();
    salesforce.clickToDial({ number, recordId });
  };
  return (
    <a
      class="phone"
      role="button"
      tabIndex={0}
      title={`Click to dial ${number}`}
      onClick={dial}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") dial(event);
      }}
    >
      {number}
    </a>
  );
}
