// The sample page of Salesforce's Open CTI guide, with Switchhook's toolkit in place of raw callbacks:
// every wait has an end, every answer a type, and nobody but the listed pages may embed it.
import { connect, Cti, Interaction, ToolkitError } from "/toolkits/opencti.js";

const show = (id, text) => (document.getElementById(id).textContent = text);
const { content } = document.querySelector("meta[name=switchhook-allowed-origins]");

try {
  const { interaction: vendor, ...connection } = await connect({
    toolkits: ["interaction"],
    allowedOrigins: content.split(/\s+/),
  });
  await start(new Interaction(vendor, connection), new Cti(vendor.cti, connection));
  show("status", connection.inConsole ? "Connected, in a console" : "Connected, in standard tabs");
} catch (error) {
  show("status", explain(error));
}

async function start(interaction, cti) {
  const settings = await cti.getCallCenterSettings();
  show("call-center", settings["/reqGeneralInfo/reqDisplayName"] ?? "without a name");

  showPage(await interaction.getPageInfo());
  interaction.onFocus(showPage); // tells of later pages only

  cti.onClickToDial(({ number, record }) => {
    show("clicked", `${number} of ${record?.objectName ?? "nobody"}`);
  });
  await cti.enableClickToDial();

  document.getElementById("search").addEventListener("submit", (event) => {
    event.preventDefault();
    void search(interaction, new FormData(event.target).get("text"));
  });

  await cti.setSoftphoneHeight(document.documentElement.scrollHeight);
  cti.notifyInitializationComplete();
}

async function search(interaction, text) {
  try {
    const { records } = await interaction.searchAndScreenPop(text);
    show("status", `${records.length} found`);
  } catch (error) {
    show("status", explain(error));
  }
}

function showPage({ url, record }) {
  show("page", record ? `${record.objectName} (${record.object})` : url);
}

/** Branch on the code, show the reason. */
function explain(error) {
  if (!(error instanceof ToolkitError)) throw error;
  if (error.code === "timeout")
    return "Salesforce does not answer. It may have done what was asked.";
  return error.missing === "origin" ? "Open this page inside Salesforce." : error.message;
}
