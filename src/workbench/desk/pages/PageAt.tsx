import { parseAddress } from "../address.ts";
import { PageTitle } from "../PageTitle.tsx";
import { ApexPage, isPlayed } from "./ApexPage.tsx";
import { HomePage } from "./HomePage.tsx";
import { ListViewPage } from "./ListViewPage.tsx";
import { NewRecordPage } from "./NewRecordPage.tsx";
import { RecordPage } from "./RecordPage.tsx";
import { SearchPage } from "./SearchPage.tsx";

/** The page that an address of the org names. */
export function PageAt({ url }: { url: string }) {
  const address = parseAddress(url);
  if (address.page === "home") return <HomePage />;
  if (address.page === "list") return <ListViewPage object={address.object} view={address.view} />;
  if (address.page === "search") return <SearchPage text={address.text} />;
  if (address.page === "new") {
    return <NewRecordPage object={address.object} fields={address.fields} />;
  }
  if (address.page === "record") {
    return <RecordPage key={address.id} id={address.id} editing={address.editing} />;
  }
  if (address.page === "apex" && isPlayed(address.name)) {
    return <ApexPage key={url} name={address.name} query={address.query} />;
  }
  return <ElsewherePage url={url} />;
}

/** A Visualforce or foreign page that a pop opened: named, not played. */
function ElsewherePage({ url }: { url: string }) {
  return (
    <article>
      <PageTitle kind="Page" title="External Page" />
      <p class="elsewhere">
        The workbench does not play <code>{url}</code>; it only shows that it was opened.
      </p>
    </article>
  );
}
