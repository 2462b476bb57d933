import type { ReactElement } from "react";
import type { DeclaredSettings } from "../../bootstrap.ts";
import type { CustomizeItem } from "../../../store/app-settings.ts";
import { sanitizeMarkup } from "../field/sanitize-markup.ts";
import { settingsMessages as text } from "../messages/settings-messages.ts";
import { translate } from "../shell/translate.ts";
import { FactList } from "./fact-table.tsx";
import { joinWords } from "../shell/join-words.ts";

/** The app's own scripts and styles. */
export function CustomizeSection({ declared }: { readonly declared: DeclaredSettings }): ReactElement {
  const { scope, desktop, mobile } = declared.customize;
  return (
    <FactList
      facts={[
        [translate(text.scope), translate(text[`scope${scope}`])],
        [translate(text.desktopJs), listFiles(desktop.js)],
        [translate(text.desktopCss), listFiles(desktop.css)],
        [translate(text.mobileJs), listFiles(mobile.js)],
        [translate(text.mobileCss), listFiles(mobile.css)],
      ]}
    />
  );
}

/** What administrators wrote down about the app. */
export function NotesSection({ declared }: { readonly declared: DeclaredSettings }): ReactElement {
  const { content } = declared.adminNotes;
  return content === "" ? (
    <p className="kp-muted">{translate(text.none)}</p>
  ) : (
    // Only elements and attributes of the allow-list are left.
    <div className="kp-card kp-section kp-value-rich" dangerouslySetInnerHTML={{ __html: sanitizeMarkup(content) }} />
  );
}

function listFiles(items: readonly CustomizeItem[]): string {
  return joinWords(items.map((item) => (item.type === "URL" ? item.url : item.file.name)));
}
