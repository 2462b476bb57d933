import { useState } from "react";
import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { showBriefNotification } from "../kintone/notification.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { ShortcutKeys } from "../shell/shortcut-help.tsx";
import { translate } from "../shell/translate.ts";
import { DetailView } from "./detail-view.tsx";
import { EditForm } from "./edit-form.tsx";
import { LoadedRecord } from "./loaded-record.tsx";
import { NoRecord } from "./no-record.tsx";
import { expectTurn } from "./record-heading.tsx";
import { RecordPager } from "./record-pager.tsx";
import { RecordTrail } from "./record-trail.tsx";
import { followNeighbour, pressCancel, pressSave } from "./press-button.ts";
import { formatRecordHash, listAddress, parseRecordHash } from "./record-location.ts";
import { useRecordHash } from "./use-record-hash.ts";
import { appPath } from "../shell/app-path.ts";

/** Detail and editor in one document: the hash says which record and whether it is being edited (fact sheet §10.2). */
export function DesktopRecord({ app }: { readonly app: BootstrapApp }): ReactElement {
  const [hash, go] = useRecordHash();
  // Each turn of the page loads the record anew: it may have been saved or its status changed.
  const [round, setRound] = useState(0);
  const place = parseRecordHash(hash);
  const listHref = listAddress(appPath(app.id, false), place);
  if (place.record === null) {
    return <NoRecord listHref={listHref} />;
  }
  const turn = (edit: boolean): void => {
    expectTurn();
    setRound(round + 1);
    // Back from the detail page leads to the list, not into the editor again.
    go(formatRecordHash(hash, { edit }), !edit);
    scrollTo({ top: 0 });
  };
  const can = app.permissions;
  return (
    <>
      <RecordTrail editing={place.edit} />
      <ShortcutKeys
        actions={
          place.edit
            ? { SAVE_RECORD: pressSave, CANCEL_EDITING: pressCancel }
            : {
                ...(can.addRecord ? { CREATE_RECORD: () => location.assign(`${appPath(app.id, false)}edit`) } : {}),
                EDIT_RECORD: () => document.querySelector<HTMLElement>(".gaia-argoui-app-menu-edit")?.click(),
                NEXT_RECORD: () => followNeighbour("next"),
                PREVIOUS_RECORD: () => followNeighbour("previous"),
                SHOW_VIEW: () => location.assign(listAddress(appPath(app.id, false), { ...place, listQuery: null })),
                SHOW_FILTER: () => location.assign(listHref),
              }
        }
      />
      <LoadedRecord key={place.edit ? "edit" : "detail"} app={app} id={place.record} round={round}>
        {(record, own) =>
          place.edit && own.permissions.editRecord ? (
            <EditForm
              key={`${record.id ?? ""} ${round}`}
              app={own}
              mobile={false}
              record={record}
              onSaved={(_, url) => {
                if (url === null) {
                  turn(false);
                  void showBriefNotification(translate(recordMessages.saved));
                } else {
                  location.assign(url);
                }
              }}
              onLeave={() => turn(false)}
              onReload={() => setRound(round + 1)}
            />
          ) : (
            <DetailView
              key={`${record.id ?? ""} ${round}`}
              app={own}
              mobile={false}
              record={record}
              listHref={listHref}
              pager={
                <RecordPager
                  {...{ app: own, record, place }}
                  mobile={false}
                  hrefOf={(id) => formatRecordHash(hash, { edit: false, record: Number(id) })}
                />
              }
              onEdit={() => turn(true)}
              onChanged={() => setRound(round + 1)}
            />
          )
        }
      </LoadedRecord>
    </>
  );
}
