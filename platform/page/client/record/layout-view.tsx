import { useId } from "react";
import type { ReactElement, ReactNode } from "react";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel, readFlag } from "../field/field-settings.ts";
import { sanitizeMarkup } from "../field/sanitize-markup.ts";
import { isMobile } from "../kintone/page-state.ts";
import type { AppearanceStore } from "./appearance.ts";
import type { LayoutItem, LayoutNode } from "./layout.ts";
import { Space } from "./space.tsx";
import { useObservable } from "./use-observable.ts";

export type LayoutViewProps = {
  readonly nodes: readonly LayoutNode[];
  readonly appearance: AppearanceStore;
  readonly renderField: (field: StoredField, help: string | undefined) => ReactNode;
  readonly renderTable: (field: StoredField) => ReactNode;
};

/** The form's rows, tables and groups, the same to read and to write. */
export function LayoutView(props: LayoutViewProps): ReactElement {
  return (
    <>
      {props.nodes.map((node) => (
        <LayoutPart key={node.key} {...props} node={node} />
      ))}
    </>
  );
}

function LayoutPart(props: LayoutViewProps & { readonly node: LayoutNode }): ReactElement {
  const { node, appearance } = props;
  const { hidden } = useObservable(appearance.state);
  if (node.kind === "group") {
    return <Group {...props} field={node.field} nodes={node.nodes} />;
  }
  if (node.kind === "table") {
    return (
      <div className={`kp-table-field subtable-row-gaia field-${node.field.id}`} hidden={hidden.has(node.field.code)}>
        {props.renderTable(node.field)}
      </div>
    );
  }
  return (
    <div className="kp-row row-gaia">
      {node.items.map((item) => (
        <LayoutCell key={item.key} {...props} item={item} />
      ))}
    </div>
  );
}

function LayoutCell({
  item,
  appearance,
  renderField,
}: LayoutViewProps & { readonly item: LayoutItem }): ReactElement | null {
  const { hidden } = useObservable(appearance.state);
  if (item.kind === "field") {
    return <>{renderField(item.field, item.help)}</>;
  }
  const isHidden = hidden.has(item.elementId);
  if (item.kind === "line") {
    // On phones kintone hides no lines (documented with `setFieldShown`).
    return <hr className="kp-layout-line hr-cybozu" hidden={isHidden && !isMobile()} />;
  }
  if (item.kind === "label") {
    const markup = { __html: sanitizeMarkup(item.markup) };
    return (
      <div className="kp-layout-label control-label-field-gaia" hidden={isHidden}>
        <div className="control-value-label-gaia" dangerouslySetInnerHTML={markup} />
      </div>
    );
  }
  return (
    <div
      className="kp-layout-space control-spacer-field-gaia"
      style={{ minWidth: item.width ?? undefined }}
      hidden={isHidden}
    >
      <Space space={`space:${item.elementId}`} id={`user-js-${item.elementId}`} className="user-js-space" />
    </div>
  );
}

function Group({ field, nodes, ...props }: LayoutViewProps & { readonly field: StoredField }): ReactElement {
  const { hidden, groups } = useObservable(props.appearance.state);
  const bodyId = useId();
  const open = groups.get(field.code) ?? readFlag(field, "openGroup");
  return (
    <section
      className={`kp-group control-group-gaia field-${field.id}`}
      hidden={hidden.has(field.code)}
      aria-label={fieldLabel(field)}
    >
      <h2 className={`kp-group-title group-label-gaia label-${field.id}`}>
        <button
          type="button"
          className="kp-group-button"
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => props.appearance.setOpen(field.code, !open)}
        >
          <span className="kp-group-mark" aria-hidden="true" />
          <span className="control-label-text-gaia">{fieldLabel(field)}</span>
        </button>
      </h2>
      <div id={bodyId} className="kp-group-body" hidden={!open}>
        <LayoutView {...props} nodes={nodes} />
      </div>
    </section>
  );
}
