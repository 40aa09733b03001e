import { SoftphoneButton } from "./SoftphoneButton.tsx";

/** The console's footer bar, where the softphone's button is. */
export function ConsoleFooter() {
  return (
    <footer class="console-footer">
      <span class="footer-note">Salesforce Classic, played by the workbench</span>
      <SoftphoneButton />
    </footer>
  );
}
