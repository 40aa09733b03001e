import { calling, listening, type Entries } from "../entry.ts";
import { choice, flag, maybe, number, pairs, text } from "../fields.ts";
import { examples } from "./examples.ts";

const search = {
  searchParams: text(examples.phone),
  queryParams: maybe("", "added to the page's address, may be empty"),
  callType: choice("inbound", "outbound", "internal"),
};

/** `sforce.interaction`: 24 methods. */
export const openCtiEntries: Entries = {
  isInConsole: calling({}, ({ opencti }) => opencti.interaction.isInConsole()),
  screenPop: calling(
    { url: text(`/${examples.contactId}`), force: flag(true) },
    ({ opencti }, { url, force }) => opencti.interaction.screenPop(url, { force }),
  ),
  searchAndScreenPop: calling(search, ({ opencti }, { searchParams, queryParams, callType }) =>
    opencti.interaction.searchAndScreenPop(searchParams, { ...query(queryParams), callType }),
  ),
  searchAndGetScreenPopUrl: calling(
    search,
    ({ opencti }, { searchParams, queryParams, callType }) =>
      opencti.interaction.searchAndGetScreenPopUrl(searchParams, {
        ...query(queryParams),
        callType,
      }),
  ),
  getPageInfo: calling({}, ({ opencti }) => opencti.interaction.getPageInfo()),
  onFocus: listening({}, ({ opencti }, hear) => opencti.interaction.onFocus(hear)),
  saveLog: calling(
    {
      object: text("Task"),
      fields: pairs({
        Subject: "Call & a = sign",
        WhoId: examples.contactId,
        CallType: "Inbound",
        CallDurationInSeconds: "61",
        Status: "Completed",
      }),
    },
    ({ opencti }, { object, fields }) => opencti.interaction.saveLog(object, fields),
  ),
  runApex: calling(
    {
      apexClass: text("CallNotes"),
      methodName: text("latest"),
      methodParams: pairs({ phone: examples.phone }),
    },
    ({ opencti }, { apexClass, methodName, methodParams }) =>
      opencti.interaction.runApex(apexClass, methodName, methodParams),
  ),
  setVisible: calling({ value: flag(true) }, ({ opencti }, { value }) =>
    opencti.interaction.setVisible(value),
  ),
  isVisible: calling({}, ({ opencti }) => opencti.interaction.isVisible()),
  refreshPage: calling({}, ({ opencti }) => opencti.interaction.refreshPage()),
  refreshRelatedList: calling({ listName: text("History") }, ({ opencti }, { listName }) =>
    opencti.interaction.refreshRelatedList(listName),
  ),
  "cti.getCallCenterSettings": calling({}, ({ opencti }) => opencti.cti.getCallCenterSettings()),
  "cti.getSoftphoneLayout": calling({}, ({ opencti }) => opencti.cti.getSoftphoneLayout()),
  "cti.setSoftphoneHeight": calling({ height: number(400) }, ({ opencti }, { height }) =>
    opencti.cti.setSoftphoneHeight(height),
  ),
  "cti.setSoftphoneWidth": calling({ width: number(300) }, ({ opencti }, { width }) =>
    opencti.cti.setSoftphoneWidth(width),
  ),
  "cti.enableClickToDial": calling({}, ({ opencti }) => opencti.cti.enableClickToDial()),
  "cti.disableClickToDial": calling({}, ({ opencti }) => opencti.cti.disableClickToDial()),
  "cti.onClickToDial": listening({}, ({ opencti }, hear) => opencti.cti.onClickToDial(hear)),
  "cti.getDirectoryNumbers": calling(
    {
      isGlobal: flag(true),
      callCenterName: maybe(),
      resultSetPage: number(0),
      resultSetPageSize: number(100),
    },
    ({ opencti }, { callCenterName = "", ...page }) =>
      opencti.cti.getDirectoryNumbers({ callCenterName, ...page }),
  ),
  "cti.notifyInitializationComplete": calling({}, ({ opencti }) =>
    opencti.cti.notifyInitializationComplete(),
  ),
  "entityFeed.refreshObject": calling(
    {
      objectId: text(examples.caseId),
      fields: flag(true),
      relatedLists: flag(true),
      feed: flag(true),
    },
    ({ opencti }, { objectId, ...parts }) => opencti.entityFeed.refreshObject(objectId, parts),
  ),
  "entityFeed.onObjectUpdate": listening({}, ({ opencti }, hear) =>
    opencti.entityFeed.onObjectUpdate(hear),
  ),
  "entityFeed.reloadFrame": calling({}, ({ opencti }) => opencti.entityFeed.reloadFrame()),
};

function query(queryParams: string | undefined) {
  return queryParams === undefined ? {} : { queryParams };
}
