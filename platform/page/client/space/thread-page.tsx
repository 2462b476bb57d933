import type { ReactElement } from "react";
import { spaceMessages as text } from "../messages/space-messages.ts";
import { Icon } from "../shell/icon.tsx";
import { translate } from "../shell/translate.ts";
import { loadSpace } from "./load-space.ts";
import { LoadedPlace } from "./space-frame.tsx";
import { ThreadPane } from "./thread-pane.tsx";

/** One thread of a space. */
export function ThreadPage({ space: id, thread }: { readonly space: string; readonly thread: string }): ReactElement {
  return (
    <LoadedPlace
      load={() => loadSpace(id)}
      name={`space ${id}`}
      trail={({ name, threads }) => [
        { label: name, href: `#/space/${id}` },
        { label: threads.find((item) => item.id === thread)?.name ?? translate(text.thread) },
      ]}
    >
      {(space) => (
        <div className="kp-space-page">
          <p className="kp-record-back">
            <a href={`#/space/${id}`}>
              <Icon name="previous" />
              {translate(text.backToSpace, { name: space.name })}
            </a>
          </p>
          <ThreadPane space={id} thread={thread} isPage />
        </div>
      )}
    </LoadedPlace>
  );
}
