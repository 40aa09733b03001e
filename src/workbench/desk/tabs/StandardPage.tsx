import { layouts } from "../../records/layouts.ts";
import { listAddress, parseAddress } from "../address.ts";
import { useDesk } from "../desk-context.ts";
import { PageAt } from "../pages/PageAt.tsx";
import { ToolDrawer } from "../tools/ToolDrawer.tsx";
import { Sidebar } from "./Sidebar.tsx";

/** One page of the standard tabs: every link in it loads a whole new one. */
export function StandardPage({ url }: { url: string }) {
  const address = parseAddress(url);
  if (address.page === "login") return <LoginPage />;
  const bare = address.page === "setup";
  return (
    <div class="standard">
      <Masthead />
      <TabBar url={url} />
      <div class="standard-body">
        {!bare && <Sidebar />}
        <main class="page">{bare ? <SetupPage /> : <PageAt url={url} />}</main>
      </div>
      <ToolDrawer />
    </div>
  );
}

function Masthead() {
  return (
    <header class="masthead">
      <strong class="brand">Classic</strong>
      <form role="search" action="/search">
        <input name="str" type="search" aria-label="Search" placeholder="Search…" />
        <button type="submit">Search</button>
      </form>
      <div class="masthead-links">
        <a href="/setup">Setup</a>
        <a href="/console">Service Console</a>
        <LogOutButton />
      </div>
    </header>
  );
}

function LogOutButton() {
  const { salesforce } = useDesk();
  return (
    <button type="button" onClick={() => salesforce.logOut()}>
      Log out
    </button>
  );
}

function TabBar({ url }: { url: string }) {
  const address = parseAddress(url);
  const object = address.page === "list" || address.page === "new" ? address.object : undefined;
  return (
    <nav class="tab-bar" aria-label="Tabs">
      <a href="/home" aria-current={address.page === "home" ? "page" : undefined}>
        Home
      </a>
      {layouts.map((layout) => (
        <a
          key={layout.object}
          href={listAddress(layout.object)}
          aria-current={layout.object === object ? "page" : undefined}
        >
          {layout.plural}
        </a>
      ))}
    </nav>
  );
}

/** Setup has a sidebar of its own in Classic, and so no softphone. */
function SetupPage() {
  return (
    <article class="setup">
      <h1>Setup</h1>
      <p>A page without a softphone: a call has to outlive it.</p>
      <p>
        <a href="/home">Back to Home</a>
      </p>
    </article>
  );
}

function LoginPage() {
  return (
    <main class="login">
      <form action="/home">
        <h1>Log in</h1>
        <label>
          Username <input autocomplete="off" value="ada@example.com" />
        </label>
        <label>
          Password <input type="password" autocomplete="off" />
        </label>
        <button type="submit" class="button">
          Log in
        </button>
        <p>The workbench lets everybody in.</p>
      </form>
    </main>
  );
}
