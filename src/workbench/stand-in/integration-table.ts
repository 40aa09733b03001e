/**
 * The console toolkit's methods that are sent: public name, the wire's name if it is another, the wire's names of the
 * arguments (`@` is the callback), and after `>` what is sent, in order.
 *
 * `x?` is left out when it is undefined, `x??` when it is empty in any way; `x=a+b` is made of other arguments,
 * `event!` asks for events, `version` is the script's.
 */
const integrationTable = `
openPrimaryTab id url activate label @ name > id?? url? activate? label? name? version
openSubtab:openSubTab workspaceId url activate label id @ name > workspaceId? url? activate? label? id?? name? version
openSubtabByPrimaryTabName:openSubtabByWorkSpaceName workspaceName url activate label id @ name > workspaceName? url? activate? label? id?? name? version
closeTab id @ > id version
focusPrimaryTabById id @ > id? version
focusPrimaryTabByName name @ > name? version
focusSubtabById id @ > id? version
focusSubtabByNameAndPrimaryTabId:focusSubtabByNameAndWorkspaceId name workspaceId @ > name? workspaceId? version
focusSubtabByNameAndPrimaryTabName:focusSubtabByNameAndWorkspaceName name workspaceName @ > name? workspaceName? version
focusSidebarComponent componentInfo tabId @ > version componentInfo? tabId??
generateConsoleUrl urls @ > version urls?
openConsoleUrl tabId consoleUrl active tabLabels tabNames @ > version tabId?? consoleUrl? active? tabLabels?? tabNames??
getEnclosingTabId @ > version
getEnclosingPrimaryTabId @ > version
getEnclosingPrimaryTabObjectId @ > version
getFocusedPrimaryTabId @ > version
getFocusedPrimaryTabObjectId @ > version
getFocusedSubtabId @ > version
getFocusedSubtabObjectId @ > version
getPageInfo tabId @ > version tabId??
getPrimaryTabIds @ > version
getSubtabIds primaryTabId @ > version primaryTabId??
getTabLink level tabId @ > version level? tabId??
setTabTitle label tabId > label tabId?? version
setTabIcon iconUrl tabId @ > iconUrl? tabId?? version
setTabStyle css tabId @ > css? tabId?? version
setTabTextStyle css tabId @ > css? tabId?? version
setTabUnsavedChanges:setTabDirty isDirty @ subtabId > isDirty? version subtabId??
refreshPrimaryTabById id activate @ fullRefresh > id? activate? version fullRefresh
refreshPrimaryTabByName name activate @ fullRefresh > name? activate? version fullRefresh
refreshSubtabById id activate @ fullRefresh > id? activate? version fullRefresh
refreshSubtabByNameAndPrimaryTabId:refreshSubtabByNameAndWorkspaceId name workspaceId activate @ fullRefresh > name? workspaceId? activate? version fullRefresh
refreshSubtabByNameAndPrimaryTabName:refreshSubtabByNameAndWorkspaceName name workspaceName activate @ fullRefresh > name? workspaceName? activate? version fullRefresh
reopenLastClosedTab @ > version
onEnclosingTabRefresh @ > version event!
onFocusedPrimaryTab @ > version event!
onFocusedSubtab @ > version event!
onTabSave @ > version event!
resetSessionTimeOut > version
isInCustomConsoleComponent @ > version
setCustomConsoleComponentButtonText text @ > version text
setCustomConsoleComponentButtonStyle style @ > version style
setCustomConsoleComponentButtonIconUrl iconUrl @ > version iconUrl
setCustomConsoleComponentVisible:setCustomConsoleComponentWindowVisible visible @ > version visible
isCustomConsoleComponentHidden:isCustomConsoleComponentWindowHidden @ > version
setCustomConsoleComponentWidth width @ > version width
setCustomConsoleComponentHeight height @ > version height
setCustomConsoleComponentPopoutable popoutable @ > version popoutable
isCustomConsoleComponentPoppedOut @ > version
blinkCustomConsoleComponentButtonText alternateText interval @ > version alternateText interval
removeBlinkCustomConsoleComponentButtonText @ > version
scrollCustomConsoleComponentButtonText interval pixelsToScroll isLeftScrolling @ > version interval pixelsToScroll isLeftScrolling
removeScrollCustomConsoleComponentButtonText @ > version
onCustomConsoleComponentButtonClicked @ > version event!
addToBrowserTitleQueue title @ > version title?
removeFromBrowserTitleQueue title @ > version title?
setSidebarVisible visible tabId region @ > version visible? tabId?? region?
selectMacro macroId @ > version macroId
runSelectedMacro @ > version
getNavigationTabs @ > version
getSelectedNavigationTab @ > version
setSelectedNavigationTab @ navigationTabId listViewUrl > version listViewUrl?? navigationTabId??
focusNavigationTab @ > version
refreshNavigationTab @ > version
fireEvent eventType message @ > version eventType message
cti.getCallObjectIds @ > version
cti.setCallObjectIds callObjectIds @ > callObjectIds version
cti.setCallAttachedData callObjectId callData callType @ > callObjectId callData callType version
cti.fireOnCallBegin callObjectId callType callLabel @ > callObjectId callType callLabel version
cti.onCallBegin @ > event! version
cti.fireOnCallEnd callObjectId callDuration callDisposition @ > callObjectId callDuration callDisposition version
cti.sendCTIMessage msg @ > msg version
cti.onSendCTIMessage @ > event! version
cti.onCallLogSaved @ > event! version
cti.fireOnCallLogSaved id @ > id version
chat.getDetailsByPrimaryTabId:chatGetDetailsByPrimaryTabId primaryTabId @ > primaryTabId version
chat.getDetailsByChatKey:chatGetDetailsByChatKey chatKey @ > chatKey version
chat.getChatLog:chatGetChatLog chatKey @ > chatKey version
chat.getAgentInput:chatGetAgentInput chatKey @ > chatKey version
chat.setAgentInput:chatSetAgentInput chatKey text @ > chatKey text version
chat.sendMessage:chatSendMessage chatKey message @ > chatKey message version
chat.sendCustomEvent:chatSendCustomEvent chatKey type data @ > chatKey type data version
chat.onNewMessage:chatOnNewMessage chatKey @ > chatKey event! eventId=chatKey version
chat.onAgentSend:chatOnAgentSend chatKey @ > chatKey event! eventId=chatKey version
chat.onTypingUpdate:chatOnTypingUpdate chatKey @ > chatKey event! eventId=chatKey version
chat.onCustomEvent:chatOnCustomEvent chatKey type @ > chatKey type event! eventId=chatKey+type version
chat.getMaxCapacity @ > version
chat.getEngagedChats @ > version
chat.getChatRequests @ > version
chat.getAgentState @ > version
chat.setAgentState state @ > state version
chat.onAgentStateChanged @ > event! version
chat.onCurrentCapacityChanged @ > event! version
chat.onChatRequested @ > event! version
chat.onChatStarted @ > event! version
chat.onChatEnded @ > event! version
chat.onChatDeclined @ > event! version
chat.onChatTransferredOut @ > event! version
chat.onChatCanceled @ > event! version
chat.onChatCriticalWaitState chatId @ > event! chatId version
chat.acceptChat chatKey @ > chatKey eventId=chatKey version
chat.declineChat chatKey @ > chatKey version
chat.endChat chatKey @ > chatKey version
chat.initFileTransfer chatKey entityId @ > chatKey entityId version
chat.cancelFileTransferByAgent:cancelFileTransfer chatKey @ > chatKey version
chat.onFileTransferCompleted chatKey @ > chatKey version
chat.raiseFlag chatKey message @ > chatKey message version
chat.lowerFlag chatKey @ > chatKey version
presence.login:loginPresence statusId @ > statusId? version
presence.logout:logoutPresence @ > version
presence.getServicePresenceStatusId:getPresenceStatusId @ > version
presence.getServicePresenceStatusChannels:getPresenceStatusChannels @ > version
presence.setServicePresenceStatus:setPresenceStatus statusId @ > statusId? version
presence.getAgentWorks:getPresenceWorks @ > version
presence.getAgentWorkload @ > version
presence.acceptAgentWork:acceptPresenceWork workId @ > workId? version
presence.declineAgentWork:declinePresenceWork workId declineReason @ > workId? declineReason version
presence.closeAgentWork:closePresenceWork workId @ > workId? version`;

/** One method of the table, taken apart. */
export interface Row {
  /** `root`, `cti`, `chat` or `presence`. */
  readonly chapter: string;
  readonly name: string;
  readonly callee: string;
  readonly params: readonly string[];
  readonly keys: readonly string[];
}

export function integrationRows(): readonly Row[] {
  return integrationTable.trim().split("\n").map(readRow);
}

function readRow(row: string): Row {
  const [head = "", keys = ""] = row.split(/ ?> /);
  const [names = "", ...params] = head.split(" ");
  const [path = "", callee] = names.split(":");
  const [name = "", chapter = "root"] = path.split(".").reverse();
  return { chapter, name, callee: callee ?? name, params, keys: keys.split(" ") };
}
