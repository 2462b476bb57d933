import { type ReactElement, useState } from "react";
import type { Bootstrap } from "../../bootstrap.ts";
import { adminMessages } from "../messages/admin-messages.ts";
import { translate } from "../shell/translate.ts";

/** Chooses an installed plugin that the app does not have yet. */
export function AddPlugin({
  addable,
  hasPlugins,
  busy,
  onAdd,
}: {
  readonly addable: NonNullable<Bootstrap["addablePlugins"]>;
  /** The app has plugins already. */
  readonly hasPlugins: boolean;
  readonly busy: boolean;
  readonly onAdd: (id: string) => void;
}): ReactElement {
  const [chosen, setChosen] = useState(addable[0]?.id ?? "");
  return (
    <section className="kp-card kp-section" aria-labelledby="kp-add-plugin">
      <h2 id="kp-add-plugin">{translate(adminMessages.addTitle)}</h2>
      {addable.length === 0 ? (
        <p className="kp-muted">{translate(hasPlugins ? adminMessages.addNone : adminMessages.addNoneInstalled)}</p>
      ) : (
        <div className="kp-plugin-add">
          <select
            className="kp-input"
            aria-label={translate(adminMessages.addChoose)}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            {addable.map(({ id, name, version }) => (
              <option key={id} value={id}>
                {name} {version}
              </option>
            ))}
          </select>
          <button className="kp-button" type="button" disabled={busy} onClick={() => onAdd(chosen)}>
            {translate(adminMessages.add)}
          </button>
        </div>
      )}
    </section>
  );
}
