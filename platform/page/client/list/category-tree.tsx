import type { ReactElement, ReactNode } from "react";
import type { Category } from "../../../store/category-settings.ts";
import type { BootstrapApp } from "../../bootstrap.ts";
import { listMessages } from "../messages/list-messages.ts";
import { findCategoryField } from "../record/field-kinds.ts";
import { translate } from "../shell/translate.ts";
import { formatListLocation, type ListLocation } from "./list-location.ts";

type Props = {
  readonly tree: readonly Category[];
  readonly at: ListLocation;
  readonly onMove: (to: ListLocation) => void;
};

/** A list with the tree of its app's categories beside it, while they are on; else the list alone. */
export function CategoryColumns({
  app,
  at,
  onMove,
  children,
}: Omit<Props, "tree"> & { readonly app: BootstrapApp; readonly children: ReactNode }): ReactElement {
  if (findCategoryField(app.settings.fields) === null) {
    return <>{children}</>;
  }
  return (
    <div className="kp-list-columns">
      <CategoryTree tree={app.settings.categories?.tree ?? []} at={at} onMove={onMove} />
      <div className="kp-list-main">{children}</div>
    </div>
  );
}

/** Left of a list: its categories, each the way to the records in it and below it. */
function CategoryTree(props: Props): ReactElement {
  const { tree, ...rest } = props;
  return (
    <nav className="kp-card kp-category-tree category-left-gaia" aria-label={translate(listMessages.categories)}>
      <h2>{translate(listMessages.categories)}</h2>
      <ul>
        <li>
          <CategoryLink {...rest} id={null} name={translate(listMessages.allCategories)} />
        </li>
      </ul>
      <Branch {...props} tree={tree} />
    </nav>
  );
}

function Branch({ tree, ...rest }: Props): ReactElement {
  return (
    <ul>
      {tree.map(({ id, name, children }) => (
        <li key={id}>
          <CategoryLink {...rest} id={id} name={name} />
          {children.length === 0 ? null : <Branch {...rest} tree={children} />}
        </li>
      ))}
    </ul>
  );
}

function CategoryLink({
  id,
  name,
  at,
  onMove,
}: Omit<Props, "tree"> & { readonly id: number | null; readonly name: string }): ReactElement {
  const to = { ...at, category: id, page: 1 };
  return (
    <a
      href={location.pathname + formatListLocation(to, location.search)}
      aria-current={(at.category ?? null) === id ? "true" : undefined}
      onClick={(event) => {
        // With a modifier key the browser opens it elsewhere, as any link.
        if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
          event.preventDefault();
          onMove(to);
        }
      }}
    >
      {name}
    </a>
  );
}
