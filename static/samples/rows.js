// Plays what Salesforce does when it makes a Visualforce page: brings rows, and the scripts the page asks for.
const asked = new URLSearchParams(location.search);

/** The phone's origin, which a real page has written into it. */
export const phoneOrigin = asked.get("phone");

/** The page's own scripts, one after the other: jQuery of any version, Salesforce's toolkit, the plug-in. */
export async function loadScripts() {
  await load(`/samples/jquery-${asked.get("jquery") ?? "3"}.js`);
  await loadToolkit();
  await load("/clicktodial.js");
}

/** Salesforce's toolkit, for a page in a console. */
export async function loadToolkit() {
  if (asked.has("nonce")) await load("/support/console/57.0/integration.js");
}

function load(address) {
  const script = document.createElement("script");
  script.src = address;
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} did not load`));
  });
  document.head.append(script);
  return loaded;
}

/** Rows of a list view, or those of them that the agent ticked. */
export async function rowsOf(view, ids) {
  const views = await read("/crm/listviews");
  const found = views.find(({ id, label }) => id === view || label === view);
  const rows = found ? await read(`/crm/listviews/${found.id}/rows`) : [];
  const wanted = rows.filter(({ Id }) => ids.length === 0 || ids.includes(Id));
  return { label: found?.label ?? "List", rows: wanted };
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** A row as Visualforce would write it: every text as text. */
export function tableRow({ Id, object, name, fields }) {
  const row = document.createElement("tr");
  if (Id) Object.assign(row.dataset, { record: Id, object, name });
  if (fields.DoNotCall === "true") row.dataset.doNotCall = "true";
  const [who, number] = [document.createElement("td"), document.createElement("td")];
  who.textContent = name;
  number.className = "phone";
  number.textContent = fields.Phone ?? fields["Contact.Phone"] ?? "";
  row.append(who, number);
  return row;
}
