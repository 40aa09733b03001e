import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "chai";
import { checkDefinition } from "../../src/callcenter/check-definition.ts";
import { decodeSettings } from "../../src/callcenter/decode-settings.ts";
import { writeDefinition } from "../../src/callcenter/definition.ts";
import { definitions } from "../../src/callcenter/definitions.ts";
import { readDefinition } from "../../src/callcenter/read-definition.ts";

const folder = join(import.meta.dirname, "../../callcenter");
const good = definitions["switchhook.xml"];

describe("callcenter/definition", () => {
  it("is what the files in callcenter/ hold", async () => {
    const files = (await readdir(folder)).filter((name) => name.endsWith(".xml"));
    assert.sameMembers(files, Object.keys(definitions));
    for (const [file, definition] of Object.entries(definitions)) {
      const kept = await readFile(join(folder, file), "utf8");
      assert.equal(kept, writeDefinition(definition), `${file} is not what the schema makes`);
    }
  });

  it("writes files that can be imported, and whose values the decoder understands", () => {
    for (const definition of Object.values(definitions)) {
      const xml = writeDefinition(definition);
      assert.deepEqual(
        checkDefinition(xml).filter(({ level }) => level === "error"),
        [],
      );
      const read = readDefinition(xml);
      assert.notProperty(read, "problem");
      const kept = "sections" in read ? itemsOf(read.sections) : {};
      assert.deepEqual(decodeSettings(kept).problems, []);
    }
  });

  it("writes each default so that it is read as what it means", () => {
    assert.exists(good);
    const read = readDefinition(writeDefinition({ ...good, values: {} }));
    const kept = "sections" in read ? itemsOf(read.sections) : {};
    assert.deepEqual(decodeSettings(kept).settings, decodeSettings({}).settings);
  });

  it("keeps markup in a value as text", () => {
    assert.exists(good);
    const xml = writeDefinition({ ...good, displayName: `A & "B" <c>` });
    const read = readDefinition(xml);
    const items = "sections" in read ? itemsOf(read.sections) : {};
    assert.equal(items["/reqGeneralInfo/reqDisplayName"], `A & "B" <c>`);
  });
});

describe("callcenter/check-definition", () => {
  const xml = good ? writeDefinition(good) : "";

  const cases: [name: string, level: "error" | "warning", where: string, xml: string][] = [
    ["text that is no XML", "error", "", "<callCenter><section>"],
    ["an empty file", "error", "", ""],
    ["the Metadata API's form", "error", "", "<CallCenter/>"],
    ["another root", "error", "", "<phone/>"],
    ["no section", "error", "", "<callCenter></callCenter>"],
    ["a strange element", "error", "", xml.replace("<section", "<note/><section")],
    ["a section without items", "error", "/sip", xml.replace(/(name="sip"[^>]*>)[^]*?<\/section>/, "$1</section>")],
    ["a gap in the order", "error", "", xml.replace(/sortOrder="(\d+)" name="calls"/, (_all, order) => `sortOrder="${Number(order) + 50}" name="calls"`)],
    ["an order that is no number", "error", "/sip", xml.replace('sortOrder="1" name="domain"', 'sortOrder="b" name="domain"')],
    ["a name with a blank", "error", "/sip/do main", xml.replace('name="domain"', 'name="do main"')],
    ["a name used twice", "error", "/sip/servers", xml.replace('name="domain"', 'name="servers"')],
    ["a reserved name", "error", "/sip/label", xml.replace('name="domain"', 'name="label"')],
    ["a label too long", "error", "/sip/domain", xml.replace('label="Domain"', `label="${"x".repeat(1001)}"`)],
    ["general information that is not first", "error", "/reqGeneralInfo", xml.replace('name="reqGeneralInfo"', 'name="general"')],
    ["an internal name that begins with a digit", "error", "/reqGeneralInfo/reqInternalName", xml.replace(">Switchhook<", ">1st<")],
    ["a display name that is not second", "error", "/reqGeneralInfo/reqDisplayName", xml.replace('name="reqDisplayName"', 'name="other"')],
    ["a display name too long", "warning", "/reqGeneralInfo/reqDisplayName", xml.replace(/(name="reqDisplayName"[^>]*>)/, `$1${"x".repeat(81)}`)],
    ["no adapter address", "error", "/reqGeneralInfo/reqAdapterUrl", xml.replace('name="reqAdapterUrl"', 'name="other"')],
    ["an adapter address that is none", "error", "/reqGeneralInfo/reqAdapterUrl", xml.replace("https://phone.example.com/", "phone.example.com")],
    ["a relative adapter address", "warning", "/reqGeneralInfo/reqAdapterUrl", xml.replace("https://phone.example.com/", "/apex/phone")],
    ["an http adapter address", "warning", "/reqGeneralInfo/reqAdapterUrl", xml.replace("https://phone", "http://phone")],
    ["a port", "warning", "/reqGeneralInfo/reqAdapterUrl", xml.replace("phone.example.com/", "phone.example.com:8443/")],
    ["a user in an address", "warning", "/reqGeneralInfo/reqAdapterUrl", xml.replace("https://phone", "https://me@phone")],
    ["Open CTI switched off", "warning", "/reqGeneralInfo/reqUseApi", xml.replace(/(name="reqUseApi"[^>]*>)true/, "$1false")],
    ["a height that is no number", "error", "/reqGeneralInfo/reqSoftphoneHeight", xml.replace(">420<", ">tall<")],
    ["no width", "error", "/reqGeneralInfo/reqSoftphoneWidth", xml.replace('name="reqSoftphoneWidth"', 'name="other"')],
    ["an unknown mode", "error", "/reqGeneralInfo/reqSalesforceCompatibilityMode", xml.replace(">Classic<", ">classic<")],
    ["Lightning alone", "warning", "/reqGeneralInfo/reqSalesforceCompatibilityMode", xml.replace(">Classic<", ">Lightning<")],
    ["a standby address without its timeout", "error", "/reqGeneralInfo/reqStandbyUrl", xml.replace("reqSalesforceCompatibilityMode", "reqStandbyUrl").replace(">Classic<", ">https://b.test/<")],
    ["a timeout alone, and no number", "error", "/reqGeneralInfo/reqTimeout", xml.replace("reqSalesforceCompatibilityMode", "reqTimeout")],
    ["half of the Canvas items", "error", "/reqGeneralInfo/reqCanvasApiName", xml.replace("reqSalesforceCompatibilityMode", "reqCanvasApiName")],
    ["a req name that Salesforce does not know", "warning", "/reqGeneralInfo/reqSalesforceCompatabilityMode", xml.replace("reqSalesforceCompatibilityMode", "reqSalesforceCompatabilityMode")],
    ["blanks around a value", "warning", "/sip/domain", xml.replace(">example.com<", "> example.com<")],
    ["a secret", "warning", "/sip/password", xml.replace('name="domain"', 'name="password"')],
    ["a placeholder", "warning", "/sip/domain", xml.replace(">example.com<", ">domain:port<")],
  ]; // prettier-ignore

  for (const [name, level, where, text] of cases) {
    it(`${level === "error" ? "refuses" : "warns of"} ${name}`, () => {
      assert.notEqual(text, xml, "the case changes nothing");
      const places = checkDefinition(text)
        .filter((finding) => finding.level === level)
        .map((finding) => finding.where);
      assert.include(places, where);
    });
  }

  it("has nothing to say of the file for a real org", () => {
    assert.deepEqual(checkDefinition(xml), []);
  });
});

function itemsOf(
  sections: readonly {
    name: string | undefined;
    items: readonly { name: string | undefined; value: string }[];
  }[],
) {
  return Object.fromEntries(
    sections.flatMap(({ name = "", items }) =>
      items.map((item) => [`/${name}/${item.name ?? ""}`, item.value] as const),
    ),
  );
}
